package city.reception.notifications.delivery;

import city.reception.events.AppealId;
import city.reception.events.CaseSummary;
import city.reception.events.codec.EventJson;
import city.reception.notifications.notice.PlannedNotice;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Enters notices into the ledger and says which may go. All methods need the caller's transaction
 * and the lock of the recipients concerned, and may be repeated.
 */
@Repository
public class NoticePlanning {

  private final JdbcClient jdbc;
  private final JsonMapper json = EventJson.mapper();

  NoticePlanning(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A notice to enter.
   *
   * @param traceparent the trace of the event it tells of
   */
  public record Entry(PlannedNotice notice, @Nullable String traceparent) {}

  /** Enters the notices that are not there yet. */
  public void enter(List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into notice (notice_id, appeal_id, kind, medium, version, idx, summary,
                                answer, answered_by, details, traceparent)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::integer[],
                                 ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[],
                                 ?::text[])
            on conflict do nothing
            """)
        .params(
            column(entries, notice -> UUID.fromString(notice.id().value()), UUID[]::new),
            column(entries, notice -> notice.appealId().value(), UUID[]::new),
            column(entries, notice -> notice.kind().name(), String[]::new),
            column(entries, notice -> notice.medium().name(), String[]::new),
            column(entries, notice -> notice.summary().version(), Integer[]::new),
            column(entries, notice -> notice.summary().index(), Integer[]::new),
            column(entries, notice -> summary(notice.summary()), String[]::new),
            column(entries, NoticePlanning::answer, String[]::new),
            column(entries, NoticePlanning::signature, String[]::new),
            column(entries, this::details, String[]::new),
            entries.stream().map(Entry::traceparent).toArray(String[]::new))
        .update();
  }

  /**
   * Lets the first open notice of each appeal go, once it has what it needs, and holds back those
   * behind it. It needs the contact of the registered submission, and the status to be known as far
   * as the notice itself: replies come on another topic and may be ahead of it. For an erased
   * contact it needs nothing, since it will be suppressed.
   */
  public void release(Collection<AppealId> appeals) {
    // Each part begins at the appeals, whatever the tables once held: no join that could be turned
    // round, and no index of all that is due or waits.
    jdbc.sql(
            """
            with told as materialized (
              select notice_id, appeal_id, version, idx, state, next_attempt_at
              from notice where appeal_id = any (?::uuid[])),
            open as (
              select *, rank() over (partition by appeal_id order by version, idx) = 1 as first
              from told where state in ('PLANNED', 'SENDING')),
            change as materialized (
              select o.notice_id, o.first
              from open o
              cross join lateral (
                select r.* from recipient r where r.appeal_id = o.appeal_id limit 1) r
              where o.state = 'PLANNED'
                and case when o.first then
                  o.next_attempt_at is null
                  and (r.erased_at is not null
                       or r.version >= o.version
                          and (select true from contact c
                               where c.appeal_id = r.appeal_id and c.body_digest = r.body_digest))
                else o.next_attempt_at is not null end)
            update notice n set next_attempt_at = case when c.first then now() end
            from change c
            where n.notice_id = any (array(select notice_id from change))
              and n.notice_id = c.notice_id and n.state = 'PLANNED'
            """)
        .param(appeals.stream().map(AppealId::value).toArray(UUID[]::new))
        .update();
  }

  /** Forgets the answers of notices that can no longer be sent, since their contact was erased. */
  public void forgetAnswers(Collection<AppealId> erased) {
    jdbc.sql(
            """
            update notice set answer = null, answered_by = null, details = null
            where appeal_id = any (?::uuid[]) and answered_by is not null
              and state in ('PLANNED', 'UNKNOWN')
            """)
        .param(erased.stream().map(AppealId::value).toArray(UUID[]::new))
        .update();
  }

  private String summary(CaseSummary summary) {
    return json.writeValueAsString(summary);
  }

  private static @Nullable String answer(PlannedNotice notice) {
    return notice.answer() == null ? null : notice.answer().text();
  }

  private static @Nullable String signature(PlannedNotice notice) {
    return notice.answer() == null ? null : notice.answer().signedBy();
  }

  private @Nullable String details(PlannedNotice notice) {
    return notice.answer() == null || notice.answer().details() == null
        ? null
        : json.writeValueAsString(notice.answer().details());
  }

  private static <T extends @Nullable Object> T[] column(
      List<Entry> entries, Function<PlannedNotice, T> value, IntFunction<T[]> array) {
    return entries.stream().map(Entry::notice).map(value).toArray(array);
  }
}
