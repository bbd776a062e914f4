package city.reception.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealId;
import city.reception.events.EventId;
import city.reception.events.NoticeKind;
import city.reception.events.SealedContact;
import city.reception.notifications.Reception;
import city.reception.notifications.contact.CaseProgress;
import city.reception.notifications.contact.Contacts;
import city.reception.notifications.contact.ReceivedContact;
import city.reception.testing.RowsRead;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A plan that was made while little was due must not walk all that is due, or waits, when a surge
 * has filled the tables.
 */
class EarlyPlansTest {

  private static final int FEW = 10;
  private static final int QUIET = 2_000;
  private static final int MANY = 20_000;

  @Test
  void releasingAFewAppealsDoesNotReadWhatIsDueOrWaitsForOthers() throws SQLException {
    try (Reception reception = new Reception()) {
      reception.start(1).close();
      try (Connection connection = reception.connect()) {
        JdbcTemplate jdbc = ofTheService(connection);
        NoticePlanning planning = new NoticePlanning(JdbcClient.create(jdbc));
        fill(jdbc, 1, QUIET);
        jdbc.update(
            """
            update notice set state = 'SENT', next_attempt_at = null
            where appeal_id > lpad(to_hex(?), 32, '0')::uuid
            """,
            FEW);
        jdbc.execute("vacuum analyze notice, recipient");
        IntStream.range(0, 20).forEach(batch -> planning.release(appeals()));
        fill(jdbc, QUIET + 1, MANY);
        long before = RowsRead.in(jdbc);

        IntStream.range(0, 5).forEach(batch -> planning.release(appeals()));

        assertThat(RowsRead.in(jdbc) - before).isLessThan(MANY);
      }
    }
  }

  @Test
  void nothingThatABatchAsksReadsATableWholeThatWasEmptyWhenItsRowsWereCounted()
      throws SQLException {
    try (Reception reception = new Reception()) {
      reception.start(1).close();
      try (Connection connection = reception.connect()) {
        JdbcTemplate jdbc = ofTheService(connection);
        jdbc.execute("analyze notice, recipient, contact");
        fill(jdbc, 1, FEW);
        IntStream.range(0, 20).forEach(batch -> handle(jdbc));
        fill(jdbc, FEW + 1, MANY);
        long before = RowsRead.in(jdbc);

        IntStream.range(0, 5).forEach(batch -> handle(jdbc));

        assertThat(RowsRead.in(jdbc) - before).isLessThan(MANY);
      }
    }
  }

  private static void handle(JdbcTemplate jdbc) {
    JdbcClient client = JdbcClient.create(jdbc);
    Contacts contacts = new Contacts(client);
    NoticePlanning planning = new NoticePlanning(client);
    Instant now = Instant.now();
    contacts.store(
        appeals().stream()
            .map(appeal -> new ReceivedContact(appeal, "digest", new SealedContact("k", "b"), now))
            .toList());
    contacts.follow(
        appeals().stream().map(appeal -> new CaseProgress(appeal, 1, "digest", null)).toList());
    jdbc.update(
        "update notice set next_attempt_at = null where appeal_id = any (?::uuid[])",
        (Object) appeals().stream().map(AppealId::value).toArray(UUID[]::new));
    planning.release(appeals());
    new NoticeOutcomes(
            client,
            new TransactionTemplate(
                new JdbcTransactionManager(Objects.requireNonNull(jdbc.getDataSource()))),
            contacts,
            planning)
        .record(
            appeals().stream()
                .map(appeal ->
                    new Attempted(
                        appeal,
                        new EventId(UUID.randomUUID().toString()),
                        NoticeKind.ROUTED,
                        UUID.randomUUID(),
                        new Outcome.Sent()))
                .toList());
  }

  private static JdbcTemplate ofTheService(Connection connection) {
    JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    // As in the services' settings.
    jdbc.execute("set enable_seqscan = off");
    jdbc.execute("set plan_cache_mode = force_generic_plan");
    for (String table : List.of("notice", "recipient", "contact")) {
      jdbc.execute("alter table " + table + " set (autovacuum_enabled = false)");
    }
    return jdbc;
  }

  private static List<AppealId> appeals() {
    return IntStream.rangeClosed(1, FEW).mapToObj(n -> new AppealId(new UUID(0, n))).toList();
  }

  /** Of each appeal one notice that is due, and one that waits behind it. */
  private static void fill(JdbcTemplate jdbc, int from, int to) {
    jdbc.update(
        """
        insert into recipient (appeal_id, version)
        select lpad(to_hex(n), 32, '0')::uuid, 1 from generate_series(?, ?) n
        """,
        from,
        to);
    jdbc.update(
        """
        insert into notice (notice_id, appeal_id, kind, medium, version, idx, summary, next_attempt_at)
        select gen_random_uuid(), lpad(to_hex(n), 32, '0')::uuid, 'ROUTED', 'EMAIL', v, 0, '{}',
          case v when 1 then now() end
        from generate_series(?, ?) n, generate_series(1, 2) v
        """,
        from,
        to);
    jdbc.update(
        """
        insert into contact (appeal_id, body_digest, key_id, box, received_at)
        select lpad(to_hex(n), 32, '0')::uuid, 'digest', 'k', 'b', now() from generate_series(?, ?) n
        """,
        from,
        to);
  }
}
