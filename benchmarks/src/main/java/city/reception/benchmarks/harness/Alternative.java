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
}
