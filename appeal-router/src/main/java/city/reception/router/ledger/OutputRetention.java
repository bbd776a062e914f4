package city.reception.router.ledger;

import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Forgets recorded outputs that nobody can ask for any more, since their inputs have left the log.
 * They hold texts; the facts of the cases stay.
 */
public final class OutputRetention {

  private static final int BATCH = 5_000;

  /**
   * Looks back over this span before the limit only, so that a run stays cheap as the table grows.
   */
  private static final Duration WINDOW = Duration.ofDays(7);

  private final JdbcTemplate jdbc;
  private final Duration kept;

  public OutputRetention(JdbcTemplate jdbc, Duration kept) {
    this.jdbc = jdbc;
    this.kept = kept;
  }

  /** Forgets all that is due, in small transactions. Returns how many inputs were concerned. */
  public int run() {
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
              (double) kept.toSeconds(),
              (double) kept.plus(WINDOW).toSeconds(),
              BATCH);
      total += forgotten;
    } while (forgotten == BATCH);
    return total;
  }
}
