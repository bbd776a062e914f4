package city.reception.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was written after the command.
 *
 * @param words what is no option
 * @param flags options without a value
 * @param values options with one
 */
record Arguments(List<String> words, Set<String> flags, Map<String, String> values) {

  /** The arguments make no sense; the message says which. */
  static final class UsageException extends RuntimeException {
    UsageException(String message) {
      super(message);
    }
  }

  /**
   * Sorts {@code arguments}.
   *
   * @throws UsageException when an option is unknown, or lacks its value
   */
  static Arguments parse(List<String> arguments, Set<String> flags, Set<String> options) {
    List<String> words = new ArrayList<>();
    Set<String> set = new HashSet<>();
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (flags.contains(argument)) {
        set.add(argument);
      } else if (options.contains(argument)) {
        i++;
        if (i == arguments.size()) {
          throw new UsageException(argument + " needs a value");
        }
        values.put(argument, arguments.get(i));
      } else if (argument.startsWith("-")) {
        throw new UsageException("there is no option " + argument + " here");
      } else {
        words.add(argument);
      }
    }
    return new Arguments(List.copyOf(words), Set.copyOf(set), Map.copyOf(values));
  }

  /**
   * Makes sure that there are only options.
   *
   * @throws UsageException when there is a word besides
   */
  void requireNoWords() {
    if (!words.isEmpty()) {
      throw new UsageException("'%s' makes no sense here".formatted(String.join(" ", words)));
    }
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }

  Optional<String> value(String option) {
    return Optional.ofNullable(values.get(option));
  }

  /** A number that an option must be. */
  Optional<Integer> number(String option) {
    try {
      return value(option).map(Integer::valueOf);
    } catch (NumberFormatException e) {
      throw new UsageException(option + " needs a number: " + values.get(option));
    }
  }
}
