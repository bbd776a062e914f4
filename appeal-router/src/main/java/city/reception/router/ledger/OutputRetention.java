package city.reception.router.ledger;

import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Forgets recorded outputs that nobody can ask for any more, since their inputs have left the log.
 * They hold texts; the facts of the cases stay.
 */
public final class OutputRetention {

  private static final int BATCH = 5_000;

  /** Looks at a week at a time, so that a run stays cheap as the table grows. */
  private static final Duration WINDOW = Duration.ofDays(7);

  /** Ten years: what came due while the service was down is found by its first run. */
  private static final int WINDOWS_AT_FIRST = 520;

  private final JdbcTemplate jdbc;
  private final Duration kept;
  private volatile boolean caughtUp;

  public OutputRetention(JdbcTemplate jdbc, Duration kept) {
    this.jdbc = jdbc;
    this.kept = kept;
  }

  /** Forgets all that is due, in small transactions. Returns how many inputs were concerned. */
  public int run() {
    int total = 0;
    // The newest first: the windows move on with the database's clock, towards what was done.
    for (int window = 0; window < (caughtUp ? 1 : WINDOWS_AT_FIRST); window++) {
      total += forget(kept.plus(WINDOW.multipliedBy(window)));
    }
    caughtUp = true;
    return total;
  }

  private int forget(Duration age) {
    int total = 0;
    int forgotten;
    do {
      forgotten =
          jdbc.update(
              """
              update input set outputs = null
              where ctid = any (array(
                select ctid from input
                where outputs is not null
                  and recorded_at < now() - make_interval(secs => ?)
                  and recorded_at >= now() - make_interval(secs => ?)
                limit ?))
              """,
              (double) age.toSeconds(),
              (double) age.plus(WINDOW).toSeconds(),
              BATCH);
      total += forgotten;
    } while (forgotten == BATCH);
    return total;
  }
}
