package city.reception.faults;

import city.reception.events.AppealId;
import city.reception.local.postgres.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What the services' tables hold of some appeals.
 *
 * @param cases the router's ledger
 * @param desk what the desk shows of them
 * @param tracking what their residents see
 * @param notices the delivery ledger
 */
record TableFacts(
    Map<AppealId, Case> cases,
    Map<AppealId, String> desk,
    Map<AppealId, String> tracking,
    List<Notice> notices) {

  /** A case of the ledger. */
  record Case(String status, String number) {}

  /** A notice of the delivery ledger. */
  record Notice(String id, AppealId appeal, String kind, String state) {}

  static TableFacts read(Reception reception, Set<AppealId> appeals) {
    return new TableFacts(
        cases(reception.ledger().database("router"), appeals),
        statuses(
            reception.others().database("desk"), "select appeal_id, status from appeal", appeals),
        statuses(
            reception.others().database("intake"),
            """
            select distinct on (appeal_id) appeal_id, status
            from tracking_event
            order by appeal_id, version desc, index desc
            """,
            appeals),
        notices(reception.others().database("notifications"), appeals));
  }

  private static Map<AppealId, Case> cases(Database ledger, Set<AppealId> appeals) {
    Map<AppealId, Case> cases = new HashMap<>();
    client(ledger)
        .sql("select appeal_id, status, number from appeal_case")
        .query(row -> {
          AppealId appeal = new AppealId(row.getObject("appeal_id", UUID.class));
          if (appeals.contains(appeal)) {
            cases.put(appeal, new Case(row.getString("status"), row.getString("number")));
          }
        });
    return cases;
  }

  private static Map<AppealId, String> statuses(
      Database database, String sql, Set<AppealId> appeals) {
    Map<AppealId, String> statuses = new HashMap<>();
    client(database)
        .sql(sql)
        .query(row -> {
          AppealId appeal = new AppealId(row.getObject("appeal_id", UUID.class));
          if (appeals.contains(appeal)) {
            statuses.put(appeal, row.getString("status"));
          }
        });
    return statuses;
  }

  private static List<Notice> notices(Database database, Set<AppealId> appeals) {
    List<Notice> notices = new ArrayList<>();
    client(database)
        .sql("select notice_id, appeal_id, kind, state from notice")
        .query(row -> {
          AppealId appeal = new AppealId(row.getObject("appeal_id", UUID.class));
          if (appeals.contains(appeal)) {
            notices.add(
                new Notice(
                    row.getString("notice_id"),
                    appeal,
                    row.getString("kind"),
                    row.getString("state")));
          }
        });
    return notices;
  }

  private static JdbcClient client(Database database) {
    return JdbcClient.create(
        new DriverManagerDataSource(database.url(), database.username(), database.password()));
  }
}
