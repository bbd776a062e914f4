package city.reception.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was written after {@code ./appeals bench}.
 *
 * @param suites the names of the suites, in the order they run
 * @param quick the main ratios only
 * @param seconds the length of a turn, where given
 * @param cases how many cases the full tables of the ledger's measures hold, where given
 * @param out the file for the figures, where given
 */
public record BenchArguments(
    List<String> suites,
    boolean quick,
    Optional<Integer> seconds,
    Optional<Integer> cases,
    Optional<Path> out) {

  static final String ALL = "all";

  private static final int LONGEST = 600;
  private static final int FEWEST = 50_000;
  private static final int MOST = 10_000_000;
  private static final int ORDINARY_SECONDS = 10;
  private static final int QUICK_SECONDS = 3;

  /** The arguments make no sense; the message says which. */
  static final class UsageException extends RuntimeException {
    UsageException(String message) {
      super(message);
    }
  }

  /**
   * Reads {@code arguments}.
   *
   * @param known the suites there are
   * @throws UsageException when something is unknown, lacks its value or has a wrong one
   */
  static BenchArguments parse(List<String> arguments, List<String> known) {
    List<String> suites = new ArrayList<>();
    boolean quick = false;
    Optional<Integer> seconds = Optional.empty();
    Optional<Integer> cases = Optional.empty();
    Optional<Path> out = Optional.empty();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      switch (argument) {
        case "--quick" -> quick = true;
        case "--seconds" ->
            seconds = Optional.of(number(argument, value(arguments, ++i), 1, LONGEST));
        case "--cases" ->
            cases = Optional.of(number(argument, value(arguments, ++i), FEWEST, MOST));
        case "--out" -> out = Optional.of(Path.of(value(arguments, ++i)));
        default -> suites.addAll(suites(argument, known));
      }
    }
    List<String> chosen = suites.isEmpty() ? known : suites.stream().distinct().toList();
    return new BenchArguments(List.copyOf(chosen), quick, seconds, cases, out);
  }

  /** The length of a turn. */
  Duration turn() {
    return Duration.ofSeconds(seconds.orElse(quick ? QUICK_SECONDS : ORDINARY_SECONDS));
  }

  private static List<String> suites(String argument, List<String> known) {
    if (argument.startsWith("-")) {
      throw new UsageException("there is no option " + argument + " here");
    }
    if (argument.equals(ALL)) {
      return known;
    }
    if (!known.contains(argument)) {
      throw new UsageException(
          "there is no measure '%s', only %s and all"
              .formatted(argument, String.join(", ", known)));
    }
    return List.of(argument);
  }

  private static String value(List<String> arguments, int at) {
    if (at >= arguments.size()) {
      throw new UsageException(arguments.get(at - 1) + " needs a value");
    }
    return arguments.get(at);
  }

  private static int number(String option, String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through to the one answer.
    }
    throw new UsageException(
        "%s needs a whole number from %d to %d: %s".formatted(option, least, most, text));
  }
}
