package city.reception.notifications.delivery;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is not yet delivered, and what of it a person must look at. */
@Repository
public class Backlog {

  private static final int LISTED = 100;

  /** Waits for longer than it may, for its contact or for the status it belongs to. */
  private static final String CONTACT_MISSING =
      """
      n.state = 'PLANNED' and n.next_attempt_at is null
      and n.created_at < now() - ? * interval '1 millisecond'
      and exists (select from recipient r
                  where r.appeal_id = n.appeal_id and r.erased_at is null
                    and (r.version < n.version
                         or not exists (select from contact c
                                        where c.appeal_id = r.appeal_id
                                          and c.body_digest = r.body_digest)))
      """;

  private final JdbcClient jdbc;
  private final long patience;

  Backlog(JdbcClient jdbc, DeliveryProperties properties) {
    this.jdbc = jdbc;
    this.patience = properties.contactPatience().toMillis();
  }

  /** How much there is of each. */
  record Size(
      long planned, long waiting, long unknown, long contactMissing, long oldestPlannedSeconds) {}

  Size size() {
    return jdbc.sql(
            """
            select due.count, waiting.count,
                   (select count(*) from notice where state = 'UNKNOWN'),
                   (select count(*) from notice n where %s),
                   coalesce(extract(epoch from now() - least(due.oldest, waiting.oldest)), 0)::bigint
            from (select count(*), min(created_at) as oldest from notice
                  where state = 'PLANNED' and next_attempt_at is not null) due,
                 (select count(*), min(created_at) as oldest from notice
                  where state = 'PLANNED' and next_attempt_at is null) waiting
            """
                .formatted(CONTACT_MISSING))
        .param(patience)
        .query((row, n) ->
            new Size(
                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
        .single();
  }

  /** Notices a person must look at, by id. */
  public record ToActOn(
      List<Listed> unknown,
      List<Listed> failed,
      List<Listed> contactMissing,
      List<Listed> withProblem) {}

  /**
   * One of them.
   *
   * @param problem what was in the way of the last attempt, or empty
   */
  public record Listed(
      String noticeId,
      String appealId,
      String kind,
      String createdAt,
      int attempts,
      int smtpStatus,
      String problem) {}

  /** The oldest hundred of each, the failed ones newest first. */
  public ToActOn toActOn() {
    return new ToActOn(
        list("n.state = 'UNKNOWN' order by n.created_at"),
        list("n.state = 'FAILED' order by n.created_at desc"),
        list(CONTACT_MISSING + " order by n.created_at", patience),
        list("n.state = 'PLANNED' and n.problem is not null order by n.created_at"));
  }

  /** Takes note of notices whose contact is missing for too long; each is returned once. */
  List<UUID> newlyMissing() {
    return jdbc.sql(
            """
            update notice set alerted_at = now()
            where alerted_at is null and notice_id in (
              select n.notice_id from notice n where n.alerted_at is null and %s limit %d)
            returning notice_id
            """
                .formatted(CONTACT_MISSING, LISTED))
        .param(patience)
        .query(UUID.class)
        .list();
  }

  private List<Listed> list(String condition, Object... params) {
    return jdbc.sql("select n.* from notice n where " + condition + " limit " + LISTED)
        .params(params)
        .query((row, n) ->
            new Listed(
                row.getString("notice_id"),
                row.getString("appeal_id"),
                row.getString("kind"),
                row.getTimestamp("created_at").toInstant().toString(),
                row.getInt("attempts"),
                row.getInt("smtp_status"),
                row.getString("problem") == null ? "" : row.getString("problem")))
        .list();
  }
}
