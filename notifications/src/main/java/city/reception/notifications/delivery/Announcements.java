package city.reception.notifications.delivery;

import city.reception.events.AppealId;
import city.reception.events.EventId;
import city.reception.events.NoticeDelivery;
import city.reception.events.NoticeDelivery.NoticeMedium;
import city.reception.events.NoticeFailed;
import city.reception.events.NoticeKind;
import city.reception.events.NoticeOutcomeUnknown;
import city.reception.events.NoticeSent;
import city.reception.events.NoticeSuppressed;
import city.reception.events.NoticeSuppressed.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Outcomes that are committed and not yet published. */
@Repository
public class Announcements {

  private static final int BATCH = 200;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  Announcements(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** An event to publish: the same id and content however often it is. */
  public record Announcement(
      EventId id, Instant at, NoticeDelivery event, @Nullable String traceparent) {}

  /**
   * Has the oldest unpublished outcomes published, in their order, by one instance at a time. They
   * count as published when {@code publish} returns; when it throws, or the process dies, all of
   * them come again. It must take less than the database lets a transaction idle.
   *
   * @return whether there may be more
   */
  public boolean publishNext(Consumer<List<Announcement>> publish) {
    return Boolean.TRUE.equals(
        transactions.execute(status -> {
          if (!alone()) {
            return false;
          }
          List<Announcement> next = next();
          if (!next.isEmpty()) {
            publish.accept(next);
            markPublished(next);
          }
          return next.size() == BATCH;
        }));
  }

  private boolean alone() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('notifications.outcome'))")
        .query(Boolean.class)
        .single();
  }

  private List<Announcement> next() {
    return jdbc.sql(
            """
            select o.event_id, o.outcome, o.at, o.smtp_status, o.reason,
                   n.notice_id, n.appeal_id, n.kind, n.medium, n.traceparent
            from outcome o
            cross join lateral (
              select n.* from notice n where n.notice_id = o.notice_id
              limit 1 -- So it begins at the outcomes, whatever the tables once held.
            ) n
            where o.published_at is null
            order by o.seq
            limit ?
            """)
        .param(BATCH)
        .query((row, n) -> announcement(row))
        .list();
  }

  private void markPublished(List<Announcement> published) {
    jdbc.sql("update outcome set published_at = now() where event_id = any (?::uuid[])")
        .param(published.stream().map(a -> UUID.fromString(a.id().value())).toArray(UUID[]::new))
        .update();
  }

  private static Announcement announcement(ResultSet row) throws SQLException {
    AppealId appeal = new AppealId(row.getObject("appeal_id", UUID.class));
    EventId notice = new EventId(row.getString("notice_id"));
    NoticeKind kind = NoticeKind.valueOf(row.getString("kind"));
    NoticeMedium medium = NoticeMedium.valueOf(row.getString("medium"));
    Instant at = row.getTimestamp("at").toInstant();
    NoticeDelivery event =
        switch (NoticeState.valueOf(row.getString("outcome"))) {
          case SENT -> new NoticeSent(appeal, notice, kind, medium, at);
          case FAILED ->
              new NoticeFailed(appeal, notice, kind, medium, at, row.getInt("smtp_status"));
          case UNKNOWN -> new NoticeOutcomeUnknown(appeal, notice, kind, medium, at);
          case SUPPRESSED ->
              new NoticeSuppressed(
                  appeal, notice, kind, medium, at, Reason.valueOf(row.getString("reason")));
          case PLANNED, SENDING -> throw new IllegalStateException("not an outcome");
        };
    return new Announcement(
        new EventId(row.getString("event_id")), at, event, row.getString("traceparent"));
  }
}
