package city.reception.router.timers;

import city.reception.events.AppealId;
import city.reception.events.CaseTimer;
import city.reception.events.TimerDue;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Timers whose time has come by the database's clock. A timer stays until its signal is processed:
 * a router that dies after claiming it only delays it by the lease.
 */
public final class DueTimers {

  private final JdbcTemplate jdbc;

  public DueTimers(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Claims up to {@code limit} due timers, the earliest first, for the length of {@code lease}. */
  public List<TimerDue> claim(int limit, Duration lease) {
    return jdbc.query(
        """
        update timer t
        set leased_until = now() + make_interval(secs => ?)
        where t.ctid = any (array(
          select ctid
          from timer
          where due_at <= now() and (leased_until is null or leased_until < now())
          order by due_at, appeal_id
          limit ?
          for update skip locked
        ))
        returning t.appeal_id, t.timer, t.generation, t.due_at
        """,
        (row, number) ->
            new TimerDue(
                new AppealId(row.getObject("appeal_id", UUID.class)),
                CaseTimer.valueOf(row.getString("timer")),
                row.getInt("generation"),
                row.getTimestamp("due_at").toInstant()),
        lease.toMillis() / 1000.0,
        limit);
  }

  /** How long the longest-due timer has been waiting; zero when none is due. */
  public Duration oldestDelay() {
    Double seconds =
        jdbc.queryForObject(
            """
            select coalesce(extract(epoch from now() - min(due_at)), 0)::float8
            from timer
            where due_at <= now()
            """,
            Double.class);
    return seconds == null ? Duration.ZERO : Duration.ofMillis(Math.round(seconds * 1000));
  }
}
