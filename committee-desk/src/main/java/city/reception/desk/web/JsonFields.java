package city.reception.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.reception.desk.queue.ActionType;
import city.reception.events.Texts;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the fields of a JSON object one by one and collects everything that is wrong, so that one
 * answer can name it all. A field that is absent and one that is {@code null} are the same.
 */
final class JsonFields {

  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode object;
  private final List<FieldError> errors;
  private final Set<String> known = new HashSet<>();

  private JsonFields(JsonNode object, List<FieldError> errors) {
    this.object = object;
    this.errors = errors;
  }

  /** The fields of the object in {@code body}; none, with an error, when there is no object. */
  static JsonFields read(byte[] body, List<FieldError> errors) {
    try {
      JsonNode node = STRICT.readTree(UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
      if (node.isObject()) {
        return new JsonFields(node, errors);
      }
      errors.add(
          FieldError.of("body", "type", "must be a JSON object", "должно быть объектом JSON"));
    } catch (CharacterCodingException e) {
      errors.add(FieldError.of("body", "encoding", "is not UTF-8", "не в UTF-8"));
    } catch (JacksonException e) {
      errors.add(
          FieldError.of(
              "body",
              "malformed",
              "is not one JSON object with each field at most once",
              "не один объект JSON, в котором каждое поле не более одного раза"));
    }
    return new JsonFields(STRICT.createObjectNode(), new ArrayList<>());
  }

  /** The text of a field; null when it is absent or wrong. */
  @Nullable String text(String field, int maxLength, boolean required) {
    JsonNode value = value(field, required);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      error(field, "type", "must be a text", "должно быть текстом");
      return null;
    }
    String text = value.asString();
    int before = errors.size();
    if (text.isBlank()) {
      error(field, "blank", "must not be blank", "не должно быть пустым");
    }
    if (text.length() > maxLength) {
      error(
          field,
          "too-long",
          "must have at most " + maxLength + " characters",
          "не более " + maxLength + " знаков");
    }
    if (Texts.hasControlCharacter(text)) {
      error(
          field,
          "control-character",
          "must not hold control characters",
          "не должно содержать управляющих символов");
    }
    if (Texts.hasLoneSurrogate(text)) {
      error(
          field,
          "lone-surrogate",
          "must not hold half of a surrogate pair",
          "содержит половину суррогатной пары");
    }
    return errors.size() == before ? text : null;
  }

  /** The number of a field, from 1; null when it is absent or wrong. */
  @Nullable Integer positive(String field, boolean required) {
    JsonNode value = value(field, required);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber()) {
      error(field, "type", "must be a whole number", "должно быть целым числом");
      return null;
    }
    if (!value.canConvertToInt() || value.asInt() < 1) {
      error(
          field,
          "range",
          "must be from 1 to " + Integer.MAX_VALUE,
          "должно быть от 1 до " + Integer.MAX_VALUE);
      return null;
    }
    return value.asInt();
  }

  /** Complains about a field that belongs to other types of action. */
  void forbid(String field, ActionType... owners) {
    if (value(field, false) != null) {
      String names = Arrays.stream(owners).map(Enum::name).collect(Collectors.joining(", "));
      error(field, "not-allowed", "belongs to " + names, "относится к " + names);
    }
  }

  /** Complains about each field that nobody asked for. */
  void forbidOthers() {
    object.propertyNames().stream()
        .filter(name -> !known.contains(name))
        .forEach(
            name -> error(shown(name), "unknown", "there is no such field", "такого поля нет"));
  }

  void error(String field, String code, String en, String ru) {
    errors.add(FieldError.of(field, code, en, ru));
  }

  private @Nullable JsonNode value(String field, boolean required) {
    known.add(field);
    JsonNode value = object.get(field);
    if (value != null && !value.isNull()) {
      return value;
    }
    if (required) {
      error(field, "required", "is required", "обязательно");
    }
    return null;
  }

  /** A stranger's name for a field, short and printable. */
  private static String shown(String name) {
    String printable = name.replaceAll("[^\\p{L}\\p{N}_.\\-]", "?");
    return printable.length() <= 60 ? printable : printable.substring(0, 60) + "…";
  }
}
