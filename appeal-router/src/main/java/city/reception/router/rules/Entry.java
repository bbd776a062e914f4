package city.reception.router.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mapping of a YAML file, which says where it stands when something in it is wrong. */
final class Entry {

  private final String where;
  private final Map<?, ?> values;

  Entry(String where, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(where + " is missing or not a mapping");
    }
    this.where = where;
    this.values = map;
  }

  Entry named(String name) {
    return new Entry(name, values);
  }

  Set<String> keys() {
    return values.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Entry entry(String key) {
    return new Entry(where + ": " + key, values.get(key));
  }

  String text(String key) {
    if (values.get(key) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw wrong(key, "is missing or not a text (a day stands in quotes)");
  }

  int number(String key) {
    if (values.get(key) instanceof Integer number) {
      return number;
    }
    throw wrong(key, "is missing or not a whole number");
  }

  boolean truth(String key) {
    if (values.get(key) instanceof Boolean truth) {
      return truth;
    }
    throw wrong(key, "is neither true nor false");
  }

  List<?> list(String key) {
    if (values.get(key) instanceof List<?> list) {
      return list;
    }
    throw wrong(key, "is missing or not a list");
  }

  <E extends Enum<E>> E oneOf(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                where + ": " + name + " is none of " + Arrays.toString(type.getEnumConstants())));
  }

  private IllegalArgumentException wrong(String key, String what) {
    return new IllegalArgumentException(where + ": " + key + " " + what);
  }
}
