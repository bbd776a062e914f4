package city.reception.desk.queue;

import city.reception.events.AppealId;
import city.reception.events.AppealStatus;
import city.reception.events.CommitteeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the committees' queues: the appeals that they hold and that await an answer. */
@Component
public class QueueReader {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  /**
   * What stands in a queue, in its order. An "exists" would be answered by reading all messages.
   */
  private static final String ITEMS =
      """
      select a.appeal_id, a.registration_number, c.subject, a.status, a.due_at, a.version,
             coalesce(
               c.campaign,
               (select m.campaign from appeal_content m where m.campaign = a.appeal_id limit 1)
             ) as campaign,
             c.repeat_of,
             case when a.status = 'CLARIFICATION_ASKED' then 'ASKED'
                  else (select 'GIVEN' from message m
                        where m.appeal_id = a.appeal_id and m.event = 'CLARIFIED' limit 1)
             end as clarification
      from appeal a join appeal_content c using (appeal_id)
      where a.committee = :committee
        and %s
        and (a.due_at, a.appeal_id) > (:dueAt::timestamptz, :appealId::uuid)
      order by a.due_at, a.appeal_id
      limit :limit
      """;

  static final String NOT_OVER =
      """
      a.status not in ('ANSWERED', 'WITHDRAWN', 'FORWARDED', 'REFUSED', 'CORRESPONDENCE_ENDED')\
      """;

  static final String OF_THE_CAMPAIGN = "(c.campaign = :lead or c.appeal_id = :lead)";

  private final JdbcClient jdbc;

  public QueueReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The appeals of {@code committee} after the position given, earliest due first, ties by id.
   *
   * @param after where to begin; null for the beginning
   */
  public QueuePage page(CommitteeId committee, @Nullable QueuePosition after, int limit) {
    return page(jdbc.sql(ITEMS.formatted(NOT_OVER)), committee.slug(), after, limit);
  }

  /** The appeals of a campaign that the committee holds, those that are over too. */
  QueuePage members(AppealId lead, String committee, @Nullable QueuePosition after, int limit) {
    return page(
        jdbc.sql(ITEMS.formatted(OF_THE_CAMPAIGN)).param("lead", lead.value()),
        committee,
        after,
        limit);
  }

  private static QueuePage page(
      JdbcClient.StatementSpec statement,
      String committee,
      @Nullable QueuePosition after,
      int limit) {
    List<QueueItem> found =
        statement
            .param("committee", committee)
            .param("dueAt", after == null ? "-infinity" : after.dueAt().toString())
            .param("appealId", after == null ? BEFORE_ALL : after.appealId().value())
            .param("limit", limit + 1)
            .query(QueueReader::item)
            .list();
    if (found.size() <= limit) {
      return new QueuePage(found, null);
    }
    QueueItem last = found.get(limit - 1);
    return new QueuePage(
        found.subList(0, limit), new QueuePosition(last.dueAt(), new AppealId(last.appealId())));
  }

  /** How many appeals await an answer at each committee that has any. */
  Map<CommitteeId, Long> sizes() {
    return jdbc
        .sql(
            """
            select committee, count(*) as appeals from appeal a
            where %s and committee is not null
            group by committee
            """
                .formatted(NOT_OVER))
        .query((row, n) -> Map.entry(new CommitteeId(row.getString(1)), row.getLong(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static QueueItem item(ResultSet row, int number) throws SQLException {
    @Nullable String clarification = row.getString("clarification");
    return new QueueItem(
        row.getObject("appeal_id", UUID.class),
        row.getString("registration_number"),
        row.getString("subject"),
        AppealStatus.valueOf(row.getString("status")),
        CaseRows.time(row, "due_at"),
        row.getInt("version"),
        row.getObject("campaign", UUID.class),
        row.getObject("repeat_of", UUID.class),
        clarification == null ? null : QueueItem.Clarification.valueOf(clarification));
  }
}
