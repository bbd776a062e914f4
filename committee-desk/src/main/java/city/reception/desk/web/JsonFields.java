package city.reception.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import city.reception.events.Texts;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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

  /** The longest name of an enum's constant that is looked at. */
  private static final int MAX_NAME = 64;

  private final JsonNode object;
  private final String prefix;
  private final List<FieldError> errors;
  private final Set<String> known = new HashSet<>();

  private JsonFields(JsonNode object, String prefix, List<FieldError> errors) {
    this.object = object;
    this.prefix = prefix;
    this.errors = errors;
  }

  /** The fields of the object in {@code body}; none, with an error, when there is no object. */
  static JsonFields read(byte[] body, List<FieldError> errors) {
    try {
      JsonNode node = STRICT.readTree(UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
      if (node.isObject()) {
        return new JsonFields(node, "", errors);
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
    return new JsonFields(STRICT.createObjectNode(), "", new ArrayList<>());
  }

  /** Whether anything was wrong so far. */
  boolean hasErrors() {
    return !errors.isEmpty();
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

  /** One of the constants of an enum; null when the field is absent or wrong. */
  <E extends Enum<E>> @Nullable E choice(String field, Class<E> constants, boolean required) {
    String name = text(field, MAX_NAME, required);
    if (name == null) {
      return null;
    }
    for (E constant : constants.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    String names =
        Arrays.stream(constants.getEnumConstants()).map(Enum::name).collect(joining(", "));
    error(field, "unknown", "must be one of " + names, "должно быть одним из: " + names);
    return null;
  }

  /**
   * The objects of an array, each read by {@code reader}, which gives null for one that is wrong;
   * null when anything is.
   */
  <T> @Nullable List<T> objects(
      String field,
      int least,
      int most,
      boolean required,
      Function<JsonFields, @Nullable T> reader) {
    JsonNode array = value(field, required);
    if (array == null) {
      return null;
    }
    if (!array.isArray()) {
      error(field, "type", "must be an array", "должно быть массивом");
      return null;
    }
    if (array.size() < least || array.size() > most) {
      error(
          field,
          "size",
          "must have " + least + " to " + most + " elements",
          "должно содержать от " + least + " до " + most + " элементов");
      return null;
    }
    List<T> read = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      String element = field + "[" + i + "]";
      if (!array.get(i).isObject()) {
        error(element, "type", "must be an object", "должно быть объектом");
        continue;
      }
      T value = reader.apply(new JsonFields(array.get(i), prefix + element + ".", errors));
      if (value != null) {
        read.add(value);
      }
    }
    return read.size() == array.size() ? read : null;
  }

  /**
   * Complains about a field that belongs to others.
   *
   * @param owners whose it is
   */
  void forbid(String field, String owners) {
    if (value(field, false) != null) {
      error(field, "not-allowed", "belongs to " + owners, "относится к " + owners);
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
    errors.add(FieldError.of(prefix + field, code, en, ru));
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
