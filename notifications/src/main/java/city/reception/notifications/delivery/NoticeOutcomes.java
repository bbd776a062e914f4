package city.reception.notifications.delivery;

import city.reception.events.AppealId;
import city.reception.events.EventId;
import city.reception.notifications.contact.Contacts;
import city.reception.notifications.delivery.Outcome.Failed;
import city.reception.notifications.delivery.Outcome.Later;
import city.reception.notifications.delivery.Outcome.Sent;
import city.reception.notifications.delivery.Outcome.Suppressed;
import city.reception.notifications.delivery.Outcome.Unknown;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What became of each notice. An outcome and the event that tells of it are one commit; a notice
 * that waited behind it may go with the same commit.
 */
@Repository
class NoticeOutcomes {

  private static final String LOCK_PATIENCE = "100ms";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Contacts contacts;
  private final NoticePlanning planning;

  NoticeOutcomes(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      Contacts contacts,
      NoticePlanning planning) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.contacts = contacts;
    this.planning = planning;
  }

  /**
   * Records what became of some attempts, all or none of them. Whoever made an attempt knows best:
   * their word replaces an {@code UNKNOWN} that a lapsed lease brought about, as long as no person
   * has settled it.
   *
   * @return those that were recorded; the others' claims were no longer theirs
   */
  List<Attempted> record(List<Attempted> attempts) {
    if (attempts.isEmpty()) {
      return List.of();
    }
    return Objects.requireNonNull(
        transactions.execute(status -> {
          Set<AppealId> appeals =
              attempts.stream().map(Attempted::appeal).collect(Collectors.toSet());
          contacts.lock(appeals);
          Set<Claim> held = write(attempts.stream().map(Row::of).toList());
          List<Attempted> recorded =
              attempts.stream()
                  .filter(a -> held.contains(new Claim(id(a.notice()), a.claim())))
                  .toList();
          announce(recorded.stream().map(Row::of).filter(Row::isDecided).toList());
          planning.release(appeals);
          return recorded;
        }));
  }

  /** The same of one attempt; a lock in its way is not waited for. */
  List<Attempted> recordUnlessLocked(Attempted attempt) {
    return Objects.requireNonNull(
        transactions.execute(status -> {
          jdbc.sql("select set_config('lock_timeout', ?, true)")
              .param(LOCK_PATIENCE)
              .query(String.class)
              .single();
          return record(List.of(attempt));
        }));
  }

  private record Claim(UUID notice, UUID claim) {}

  /** An outcome as its columns have it; what it says nothing of stays as it is. */
  private record Row(
      UUID notice,
      UUID claim,
      NoticeState state,
      @Nullable Integer smtpStatus,
      @Nullable String reason,
      @Nullable String problem,
      @Nullable Long pause) {

    static Row of(Attempted attempt) {
      UUID notice = id(attempt.notice());
      UUID claim = attempt.claim();
      return switch (attempt.outcome()) {
        case Sent() -> new Row(notice, claim, NoticeState.SENT, 0, null, null, null);
        case Failed(int smtp) -> new Row(notice, claim, NoticeState.FAILED, smtp, null, null, null);
        case Suppressed(var reason) ->
            new Row(notice, claim, NoticeState.SUPPRESSED, 0, reason.name(), null, null);
        case Unknown() -> new Row(notice, claim, NoticeState.UNKNOWN, null, null, null, null);
        case Later(var problem, int smtp, var pause) ->
            new Row(
                notice, claim, NoticeState.PLANNED, smtp, null, problem.name(), pause.toMillis());
      };
    }

    boolean isDecided() {
      return state != NoticeState.PLANNED;
    }
  }

  /** Keeps an answer as long as it may have to be sent, or a person may want it sent again. */
  private Set<Claim> write(List<Row> rows) {
    return Set.copyOf(
        jdbc.sql(
                """
                update notice n
                set state = o.state, smtp_status = coalesce(o.smtp_status, n.smtp_status),
                    problem = o.problem, leased_until = null,
                    decided_at = case when o.state <> 'PLANNED' then now() end,
                    next_attempt_at = now() + o.pause * interval '1 millisecond',
                    answer = case when o.state in ('PLANNED', 'UNKNOWN') then n.answer end,
                    answered_by = case when o.state in ('PLANNED', 'UNKNOWN') then n.answered_by end,
                    details = case when o.state in ('PLANNED', 'UNKNOWN') then n.details end
                from unnest(?::uuid[], ?::uuid[], ?::text[], ?::integer[], ?::text[], ?::bigint[])
                  as o (notice_id, claim, state, smtp_status, problem, pause)
                where n.notice_id = any (?::uuid[]) -- So it begins there, whatever the table once held.
                  and n.notice_id = o.notice_id and n.claim = o.claim
                  and (n.state = 'SENDING' or n.state = 'UNKNOWN' and o.state <> 'UNKNOWN')
                returning n.notice_id, n.claim
                """)
            .params(
                column(rows, Row::notice, UUID[]::new),
                column(rows, Row::claim, UUID[]::new),
                column(rows, row -> row.state().name(), String[]::new),
                column(rows, Row::smtpStatus, Integer[]::new),
                column(rows, Row::problem, String[]::new),
                column(rows, Row::pause, Long[]::new),
                column(rows, Row::notice, UUID[]::new))
            .query(
                (row, n) -> new Claim(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
            .list());
  }

  /** Writes down the event that tells what a person decided. */
  void announce(UUID notice, NoticeState state, @Nullable String reason) {
    announce(List.of(new Row(notice, new UUID(0, 0), state, 0, reason, null, null)));
  }

  /** Writes down the events to be published. The id of each follows from notice and outcome. */
  private void announce(Collection<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into outcome (event_id, notice_id, outcome, at, smtp_status, reason)
            select event_id, notice_id, outcome, now(), coalesce(smtp_status, 0), reason
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::integer[], ?::text[])
              as o (event_id, notice_id, outcome, smtp_status, reason)
            on conflict do nothing
            """)
        .params(
            column(
                rows,
                row -> id(EventId.derived("delivery", row.notice().toString(), row.state().name())),
                UUID[]::new),
            column(rows, Row::notice, UUID[]::new),
            column(rows, row -> row.state().name(), String[]::new),
            column(rows, Row::smtpStatus, Integer[]::new),
            column(rows, Row::reason, String[]::new))
        .update();
  }

  private static UUID id(EventId id) {
    return UUID.fromString(id.value());
  }

  private static <T extends @Nullable Object> T[] column(
      Collection<Row> rows, Function<Row, T> value, IntFunction<T[]> array) {
    return rows.stream().map(value).toArray(array);
  }
}
