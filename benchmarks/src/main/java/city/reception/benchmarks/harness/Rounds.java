package city.reception.benchmarks.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs a measure: every alternative is warmed up, then all take turns (A B C, B C A, …), so that
 * what else happens on the machine, and what one leaves behind, falls on all of them alike.
 *
 * @param repeats how many rounds
 * @param turn how long a turn is
 * @param warmUp how long each alternative works before the first round
 */
public record Rounds(int repeats, Duration turn, Duration warmUp) {

  /** What came out: the rounds in order, and the account of every turn, warm-up included. */
  public record Result(Measure measure, List<Round> rounds, Account account) {}

  /** Runs {@code measure}; fails with what a turn failed with. */
  public Result run(Measure measure, Progress progress) throws Exception {
    Account account = Account.NONE;
    if (warmUp.isPositive()) {
      for (Alternative alternative : measure.alternatives()) {
        progress.say("%s: warming up %s".formatted(measure.name(), alternative.name()));
        account = account.plus(alternative.warmUp(warmUp).account());
      }
    }
    List<Round> rounds = new ArrayList<>();
    List<Alternative> order = new ArrayList<>(measure.alternatives());
    for (int i = 1; i <= repeats; i++) {
      Map<String, Reading> readings = new HashMap<>();
      for (Alternative alternative : order) {
        Reading reading = alternative.run(turn);
        readings.put(alternative.name(), reading);
        account = account.plus(reading.account());
        progress.say(
            "%s, round %d of %d, %s: %s"
                .formatted(measure.name(), i, repeats, alternative.name(), line(reading)));
      }
      rounds.add(new Round(readings));
      Collections.rotate(order, -1);
    }
    return new Result(measure, rounds, account);
  }

  private static String line(Reading reading) {
    String figures =
        reading.figures().entrySet().stream()
            .map(figure -> figure.getKey() + " " + Figures.text(figure.getValue()))
            .collect(Collectors.joining(", "));
    Account account = reading.account();
    return account.isEven() ? figures : figures + "; NOT EVEN: " + account;
  }
}
