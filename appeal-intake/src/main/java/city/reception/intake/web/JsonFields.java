package city.reception.intake.web;

import city.reception.events.Texts;
import city.reception.intake.problem.FieldErrors;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of one JSON object, each read with its checks; what is wrong is noted, and reading
 * goes on. A null counts as absent. {@link #end} notes every field that nobody asked for.
 */
public final class JsonFields {

  private static final int LONGEST_NAME_SHOWN = 60;

  private final ObjectNode object;
  private final String path;
  private final FieldErrors errors;
  private final Set<String> known = new HashSet<>();

  /** The fields of a whole body. */
  public JsonFields(ObjectNode object, FieldErrors errors) {
    this(object, "", errors);
  }

  private JsonFields(ObjectNode object, String path, FieldErrors errors) {
    this.object = object;
    this.path = path;
    this.errors = errors;
  }

  /** A text of one line; null when it is absent or wrong. */
  public @Nullable String line(String name, int longest, boolean required) {
    String text = text(name, longest, required);
    if (text != null && text.chars().anyMatch(Character::isISOControl)) {
      wrong(name, "line-break", "must be a single line", "должно быть в одну строку");
      return null;
    }
    return text;
  }

  /** A text that may have line breaks; null when it is absent or wrong. */
  public @Nullable String text(String name, int longest, boolean required) {
    JsonNode node = node(name, required);
    if (node == null) {
      return null;
    }
    if (!node.isString()) {
      wrong(name, "type", "must be a string", "должно быть строкой");
      return null;
    }
    String text = node.stringValue();
    if (text.isBlank()) {
      if (required) {
        wrong(name, "required", "is required", "обязательно");
      } else {
        wrong(name, "blank", "must not be blank", "не должно быть пустым");
      }
      return null;
    }
    if (text.length() > longest) {
      wrong(
          name,
          "too-long",
          "must have at most " + longest + " characters",
          "должно содержать не более " + longest + " символов");
      return null;
    }
    if (Texts.hasControlCharacter(text)) {
      wrong(
          name,
          "control-character",
          "must not have control characters",
          "не должно содержать управляющих символов");
      return null;
    }
    if (Texts.hasLoneSurrogate(text)) {
      wrong(
          name,
          "surrogate",
          "must not have half of a surrogate pair",
          "не должно содержать половину суррогатной пары");
      return null;
    }
    return text;
  }

  /** One of the constants of an enumeration; null when it is absent or wrong. */
  public <E extends Enum<E>> @Nullable E choice(String name, Class<E> type, boolean required) {
    JsonNode node = node(name, required);
    if (node == null) {
      return null;
    }
    String text = node.isString() ? node.stringValue() : "";
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    String choices =
        String.join(", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    wrong(name, "choice", "must be one of " + choices, "должно быть одним из: " + choices);
    return null;
  }

  /** A number within bounds; null when it is absent or wrong. */
  public @Nullable Double number(String name, double least, double most) {
    JsonNode node = node(name, false);
    if (node == null) {
      return null;
    }
    if (!node.isNumber()) {
      wrong(name, "type", "must be a number", "должно быть числом");
      return null;
    }
    double number = node.doubleValue();
    if (!(number >= least && number <= most)) {
      wrong(
          name,
          "range",
          "must be from " + (int) least + " to " + (int) most,
          "должно быть от " + (int) least + " до " + (int) most);
      return null;
    }
    return number;
  }

  /** A whole number within bounds; null when it is absent or wrong. */
  public @Nullable Integer integer(String name, int least, int most, boolean required) {
    JsonNode node = node(name, required);
    if (node == null) {
      return null;
    }
    if (!node.isIntegralNumber()) {
      wrong(name, "type", "must be a whole number", "должно быть целым числом");
      return null;
    }
    if (!node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
      wrong(
          name,
          "range",
          "must be from " + least + " to " + most,
          "должно быть от " + least + " до " + most);
      return null;
    }
    return node.intValue();
  }

  /** The fields of an object within; null when it is absent or no object. */
  public @Nullable JsonFields object(String name, boolean required) {
    JsonNode node = node(name, required);
    if (node == null) {
      return null;
    }
    if (node instanceof ObjectNode inner) {
      return new JsonFields(inner, path + name + ".", errors);
    }
    wrong(name, "type", "must be an object", "должно быть объектом");
    return null;
  }

  /** Whether any of these fields is there. */
  public boolean hasAny(String... names) {
    return Arrays.stream(names).anyMatch(object::hasNonNull);
  }

  /** Notes it when only one of the two fields is there. */
  public void requireTogether(String one, String other) {
    if (object.hasNonNull(one) != object.hasNonNull(other)) {
      String missing = object.hasNonNull(one) ? other : one;
      wrong(
          missing,
          "required",
          "goes together with " + (missing.equals(one) ? other : one),
          "указывается вместе с " + (missing.equals(one) ? other : one));
    }
  }

  /** Notes an error of one field. */
  public void wrong(String name, String code, String en, String ru) {
    errors.add(path + name, code, en, ru);
  }

  /** Notes every field that was not asked for. */
  public void end() {
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        wrong(shown(name), "unknown", "is not a field of this", "такого поля нет");
      }
    }
  }

  private @Nullable JsonNode node(String name, boolean required) {
    known.add(name);
    JsonNode node = object.get(name);
    if (node == null || node.isNull()) {
      if (required) {
        wrong(name, "required", "is required", "обязательно");
      }
      return null;
    }
    return node;
  }

  /** A name that somebody else chose, short and harmless. */
  private static String shown(String name) {
    StringBuilder shown = new StringBuilder();
    name.codePoints()
        .limit(LONGEST_NAME_SHOWN)
        .map(
            c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }
}
