package city.reception.local.reconciliation;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import city.reception.events.NoticeKind;
import city.reception.local.postgres.Database;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the router's ledger and the notifications' delivery ledger hold. */
final class LedgerTables {

  private final JdbcClient router;
  private final JdbcClient notifications;

  /** A case, as far as it is counted. */
  record Case(CommitteeId committee, String status) {}

  /**
   * A notice that says how a case ended, or a part of one.
   *
   * @param isSent false where no mail can carry it: no address, erased at the resident's wish, or
   *     settled by an operator
   */
  record EndNotice(AppealId appeal, NoticeKind kind, boolean isSent) {}

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

  /** The notices of ends that are decided. */
  List<EndNotice> endNotices() {
    return notifications
        .sql(
            """
            select appeal_id, kind, state
            from notice
            where kind in ('ANSWERED', 'PART_ANSWERED', 'FORWARDED', 'REFUSED',
                           'CORRESPONDENCE_ENDED')
              and state in ('SENT', 'SUPPRESSED')
            """)
        .query((row, n) ->
            new EndNotice(
                new AppealId(row.getObject("appeal_id", UUID.class)),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("state").equals("SENT")))
        .list();
  }

  private static JdbcClient client(Database database) {
    return JdbcClient.create(
        new DriverManagerDataSource(database.url(), database.username(), database.password()));
  }
}
