package city.reception.router.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recorded outputs are kept as long as somebody may ask for them, and no longer. */
class OutputRetentionTest {

  private static final LedgerDatabase database = new LedgerDatabase();
  private static final Duration KEPT = Duration.ofDays(40);

  private final OutputRetention retention = new OutputRetention(database.jdbc, KEPT);

  @BeforeEach
  void empty() {
    database.empty();
  }

  @Test
  void onlyOutputsThatAreDueAreForgottenAndTheInputsStay() {
    recorded(0, "0 minutes");
    recorded(1, "39 days 23 hours");
    recorded(2, "40 days 1 hour");
    recorded(3, "46 days");

    assertThat(retention.run()).isEqualTo(2);

    assertThat(withOutputs()).containsExactly(0L, 1L);
    assertThat(database.count("input where event_key is not null")).isEqualTo(4);
  }

  @Test
  void whatIsForgottenIsForgottenOnce() {
    recorded(0, "41 days");

    assertThat(retention.run()).isEqualTo(1);
    assertThat(retention.run()).isZero();

    recorded(1, "41 days");
    assertThat(retention.run()).isEqualTo(1);
  }

  @Test
  void whatCameDueWhileTheServiceWasDownIsForgottenByItsFirstRun() {
    recorded(0, "400 days");
    recorded(1, "47 days 1 minute");
    recorded(2, "47 days");

    assertThat(retention.run()).isEqualTo(3);
    assertThat(withOutputs()).isEmpty();
  }

  @Test
  void aLongBacklogIsForgottenInOneRun() {
    database.jdbc.update(
        """
        insert into input (stream_id, off, at, event_key, result, outputs, recorded_at)
        select 1, n, now(), gen_random_uuid(), 'APPLIED', '\\x00', now() - interval '41 days'
        from generate_series(1, 11000) as n
        """);

    assertThat(retention.run()).isEqualTo(11_000);
    assertThat(withOutputs()).isEmpty();
  }

  private static void recorded(long offset, String ago) {
    database.jdbc.update(
        """
        insert into input (stream_id, off, at, event_key, result, outputs, recorded_at)
        values (1, ?, now(), gen_random_uuid(), 'APPLIED', '\\x01', now() - ?::interval)
        """,
        offset,
        ago);
  }

  private static List<Long> withOutputs() {
    return database.jdbc.queryForList(
        "select off from input where outputs is not null order by off", Long.class);
  }
}
