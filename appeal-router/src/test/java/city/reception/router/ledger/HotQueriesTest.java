package city.reception.router.ledger;

import static city.reception.router.ledger.LedgerDatabase.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealId;
import city.reception.router.timers.DueTimers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;

/** The statements of each batch find their rows by an index, however many rows there are. */
class HotQueriesTest {

  private static final LedgerDatabase database = new LedgerDatabase();

  private final Explaining jdbc =
      new Explaining(Objects.requireNonNull(database.jdbc.getDataSource()));

  @BeforeAll
  static void manyRows() {
    database.jdbc.update(
        "insert into stream (topic, part) values (?, ?)", RECEIVED.topic(), RECEIVED.number());
    database.jdbc.update(
        """
        insert into input (stream_id, off, at, event_key, appeal_id, result, outputs)
        select 1, n, now(), lpad(to_hex(n), 32, '0')::uuid, lpad(to_hex(n), 32, '0')::uuid, 'APPLIED',
          decode(repeat(md5(n::text), 32), 'hex')
        from generate_series(1, 50000) as n
        """);
    database.jdbc.update(
        """
        insert into appeal_case (appeal_id, version, idx, status, number, committee, registered_at,
          due_at, due_explanation_ru, due_explanation_en, body_digest)
        select lpad(to_hex(n), 32, '0')::uuid, 1, 1, 'ROUTED', 'N-' || n, 'education', now(),
          now() + interval '30 days', 'до', 'by', md5(n::text)
        from generate_series(1, 50000) as n
        """);
    database.jdbc.update(
        """
        insert into appeal_content (appeal_id, content)
        select lpad(to_hex(n), 32, '0')::uuid, json_build_object('text', repeat(md5(n::text), 16))
        from generate_series(1, 50000) as n
        """);
    database.jdbc.update(
        """
        insert into timer (appeal_id, timer, generation, due_at)
        select lpad(to_hex(n), 32, '0')::uuid, 'ANSWER_DUE_IN_3_DAYS', 1,
          now() + (n - 100) * interval '1 minute'
        from generate_series(1, 50000) as n
        """);
    for (String table : List.of("input", "appeal_case", "appeal_content", "timer")) {
      database.jdbc.execute("vacuum analyze " + table);
    }
  }

  @Test
  void casesAreLoadedByTheirKeys() {
    List<AppealId> missing =
        LongStream.range(0, 500).mapToObj(n -> new AppealId(new UUID(1, n))).toList();

    new JdbcCaseLedger(jdbc).load(missing);

    assertThat(jdbc.plan("from appeal_case"))
        .contains("appeal_case_pkey")
        .contains("appeal_content_pkey")
        .doesNotContain("Seq Scan");
  }

  @Test
  void knownEventsAreFoundByTheirKeys() {
    List<UUID> keys = LongStream.range(0, 500).mapToObj(n -> new UUID(0, n * 97)).toList();

    assertThat(new JdbcCaseLedger(jdbc).known(keys)).hasSize(499);

    assertThat(jdbc.plan("from input")).contains("input_event").doesNotContain("Seq Scan");
  }

  @Test
  void recordedInputsAreFoundByTheirPositions() {
    JdbcCaseLedger ledger = new JdbcCaseLedger(jdbc);
    ledger.lock(List.of(RECEIVED));
    List<Position> positions =
        LongStream.range(20_000, 20_500).mapToObj(n -> LedgerDatabase.at(RECEIVED, n)).toList();

    assertThat(ledger.recorded(positions)).hasSize(500);

    assertThat(jdbc.plan("from input i")).contains("input_pkey").doesNotContain("Seq Scan");
  }

  @Test
  void dueTimersAreFoundByTheirTime() {
    assertThat(new DueTimers(jdbc).claim(50, Duration.ofMinutes(1))).hasSize(50);

    assertThat(jdbc.plan("update timer"))
        .contains("timer_due")
        .contains("Tid Scan")
        .doesNotContain("Seq Scan");
  }

  /** Explains each query, with the arguments it is asked with, before it asks it. */
  private static final class Explaining extends JdbcTemplate {

    private record Explained(String sql, String plan) {}

    private final List<Explained> plans = new ArrayList<>();

    Explaining(DataSource dataSource) {
      super(dataSource);
    }

    @Override
    public void query(
        String sql, RowCallbackHandler handler, @Nullable Object @Nullable ... arguments) {
      explain(sql, arguments);
      super.query(sql, handler, arguments);
    }

    @Override
    public <T> List<T> query(
        String sql, RowMapper<T> mapper, @Nullable Object @Nullable ... arguments) {
      if (!sql.startsWith("explain")) {
        explain(sql, arguments);
      }
      return super.query(sql, mapper, arguments);
    }

    String plan(String partOfTheStatement) {
      return plans.stream()
          .filter(explained -> explained.sql().contains(partOfTheStatement))
          .map(Explained::plan)
          .findFirst()
          .orElseThrow();
    }

    private void explain(String sql, @Nullable Object @Nullable ... arguments) {
      plans.add(
          new Explained(
              sql, String.join("\n", queryForList("explain " + sql, String.class, arguments))));
    }
  }
}
