package city.reception.local.reconciliation;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import city.reception.local.postgres.Database;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the router's ledger and the notifications' delivery ledger hold. */
final class LedgerTables {

  private final JdbcClient router;
  private final JdbcClient notifications;

  /** A case, as far as it is counted. */
  record Case(CommitteeId committee, String status) {}

  /** The appeals whose answer was sent, and those whose answer no mail can carry. */
  record Answers(Set<AppealId> sent, Set<AppealId> unreachable) {}

  LedgerTables(Database router, Database notifications) {
    this.router = client(router);
    this.notifications = client(notifications);
  }

  Map<AppealId, Case> cases(Instant since) {
    Map<AppealId, Case> cases = new HashMap<>();
    router
        .sql(
            """
            select appeal_id, committee, status
            from appeal_case
            where registered_at >= :since
            """)
        .param("since", Timestamp.from(since))
        .query(row -> {
          cases.put(
              new AppealId(row.getObject("appeal_id", UUID.class)),
              new Case(new CommitteeId(row.getString("committee")), row.getString("status")));
        });
    return cases;
  }

  Map<String, Long> notices(Instant since) {
    Map<String, Long> notices = new HashMap<>();
    notifications
        .sql("select state, count(*) as n from notice where created_at >= :since group by state")
        .param("since", Timestamp.from(since))
        .query(row -> {
          notices.put(row.getString("state"), row.getLong("n"));
        });
    return notices;
  }

  Answers answerNotices() {
    Set<AppealId> sent = new HashSet<>();
    Set<AppealId> unreachable = new HashSet<>();
    notifications
        .sql(
            """
            select appeal_id, state
            from notice
            where kind = 'ANSWERED' and state in ('SENT', 'SUPPRESSED')
            """)
        .query(row -> {
          AppealId appeal = new AppealId(row.getObject("appeal_id", UUID.class));
          if (row.getString("state").equals("SENT")) {
            sent.add(appeal);
          } else {
            // No mail address, erased at the resident's wish, or settled by an operator.
            unreachable.add(appeal);
          }
        });
    return new Answers(sent, unreachable);
  }

  private static JdbcClient client(Database database) {
    return JdbcClient.create(
        new DriverManagerDataSource(database.url(), database.username(), database.password()));
  }
}
