package city.reception.benchmarks.harness;

import java.time.Duration;

/**
 * One of the ways of doing the same thing that a measure compares. It is ready when it is handed to
 * a measure, and whoever made it closes it.
 */
public interface Alternative {

  /** Its name in tables and ratios. */
  String name();

  /**
   * One turn: works for about {@code time}, then settles what is still on its way, and says what it
   * read. The time of settling is not in the figures unless a figure's name says so.
   */
  Reading run(Duration time) throws Exception;

  /** Work whose figures nobody keeps; loss counts here too. */
  default Reading warmUp(Duration time) throws Exception {
    return run(time);
  }

  /**
   * A warm-up for one that learns from each turn how much fills the next: turn after turn, until
   * the time is over.
   */
  default Reading warmUpInTurns(Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    Duration longest = Duration.ofSeconds(10);
    Duration turn = time.compareTo(longest) < 0 ? time : longest;
    Account account = Account.NONE;
    do {
      account = account.plus(run(turn).account());
    } while (System.nanoTime() < end);
    return Reading.of(account);
  }
}
