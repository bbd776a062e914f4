package city.reception.router.ledger;

import static city.reception.router.ledger.LedgerDatabase.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealId;
import city.reception.events.CaseTimer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/**
 * PostgreSQL keeps the plan of a statement until it counts a table's rows anew, a minute later at
 * best. One that was made while the tables held little must not read them whole when a surge fills
 * them: each batch would take longer than the one before it.
 */
class EarlyPlansTest {

  private static final int FEW = 5;
  private static final int MANY = 20_000;

  private static final LedgerDatabase database = new LedgerDatabase();

  @Test
  void theFirstMinuteOfASurgeReadsNoTableWhole() throws IOException {
    database.jdbc.execute("alter table input set (autovacuum_enabled = false)");
    database.jdbc.execute("alter table appeal_case set (autovacuum_enabled = false)");
    database.jdbc.execute("alter table timer set (autovacuum_enabled = false)");
    fill(1, FEW);
    database.jdbc.execute("analyze input, appeal_case, appeal_content, timer");
    try (LedgerDatabase.Transaction service = database.begin(settingsOfTheServices())) {
      service.ledger.lock(Set.of(RECEIVED));
      for (int batch = 0; batch < 20; batch++) {
        handle(batch, service);
      }
      fill(FEW + 1, MANY);
      long before = rowsRead(service);

      for (int batch = 20; batch < 25; batch++) {
        handle(batch, service);
      }

      assertThat(rowsRead(service) - before).isLessThan(MANY);
    }
  }

  /** What a batch asks of the tables that grow. */
  private static void handle(int batch, LedgerDatabase.Transaction service) {
    AppealId appeal = AppealId.of("portal", "early-plans-test-" + batch);
    service.ledger.known(List.of(UUID.randomUUID(), UUID.randomUUID()));
    service.ledger.load(List.of(appeal));
    LedgerWrite write = new LedgerWrite(Map.of());
    write.cancelTimer(appeal, CaseTimer.ANSWER_OVERDUE);
    service.ledger.write(write, Map.of(RECEIVED, (long) batch));
    service.commit();
  }

  private static void fill(int from, int to) {
    database.jdbc.update(
        """
        insert into input (stream_id, off, at, event_key, appeal_id, result)
        select 1, n, now(), lpad(to_hex(n), 32, '0')::uuid, lpad(to_hex(n), 32, '0')::uuid, 'APPLIED'
        from generate_series(?, ?) as n
        """,
        from,
        to);
    database.jdbc.update(
        """
        insert into appeal_case (appeal_id, version, idx, status, number, committee, registered_at,
          due_at, due_explanation_ru, due_explanation_en, body_digest)
        select lpad(to_hex(n), 32, '0')::uuid, 1, 1, 'ROUTED', 'N-' || n, 'education', now(), now(),
          'до', 'by', md5(n::text)
        from generate_series(?, ?) as n
        """,
        from,
        to);
    database.jdbc.update(
        """
        insert into timer (appeal_id, timer, generation, due_at)
        select lpad(to_hex(n), 32, '0')::uuid, 'ANSWER_OVERDUE', 1, now()
        from generate_series(?, ?) as n
        """,
        from,
        to);
  }

  private static long rowsRead(LedgerDatabase.Transaction service) {
    service.jdbc.queryForObject("select pg_stat_force_next_flush()::text", String.class);
    service.commit();
    return Objects.requireNonNull(
        database.jdbc.queryForObject(
            """
            select sum(seq_tup_read + idx_tup_fetch) from pg_stat_user_tables
            where relname in ('input', 'appeal_case', 'timer')
            """,
            Long.class));
  }

  private static String settingsOfTheServices() throws IOException {
    Object settings =
        new YamlPropertySourceLoader()
            .load("defaults", new ClassPathResource("reception-defaults.yaml"))
            .getFirst()
            .getProperty("spring.datasource.hikari.data-source-properties.options");
    return Objects.requireNonNull(settings, "the services' settings").toString();
  }
}
