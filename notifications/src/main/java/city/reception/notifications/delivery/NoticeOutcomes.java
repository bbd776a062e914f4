package city.reception.notifications.delivery;

import city.reception.events.AppealId;
import city.reception.events.EventId;
import city.reception.notifications.contact.Contacts;
import city.reception.notifications.delivery.Outcome.Failed;
import city.reception.notifications.delivery.Outcome.Later;
import city.reception.notifications.delivery.Outcome.Sent;
import city.reception.notifications.delivery.Outcome.Suppressed;
import city.reception.notifications.delivery.Outcome.Unknown;
import java.util.List;
import java.util.UUID;
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
   * Records what became of one attempt. Whoever made the attempt knows best: their word replaces an
   * {@code UNKNOWN} that a lapsed lease brought about, as long as no person has settled it.
   *
   * @return whether it was recorded; if not, the claim was no longer theirs
   */
  boolean record(AppealId appeal, EventId notice, UUID claim, Outcome outcome) {
    return Boolean.TRUE.equals(
        transactions.execute(status -> {
          contacts.lock(List.of(appeal));
          UUID id = UUID.fromString(notice.value());
          boolean recorded =
              switch (outcome) {
                case Sent() -> decide(id, claim, NoticeState.SENT, 0, null);
                case Failed(int smtp) -> decide(id, claim, NoticeState.FAILED, smtp, null);
                case Suppressed(var reason) ->
                    decide(id, claim, NoticeState.SUPPRESSED, 0, reason.name());
                case Unknown() -> lapse(id, claim);
                case Later later -> postpone(id, claim, later);
              };
          if (recorded) {
            planning.release(List.of(appeal));
          }
          return recorded;
        }));
  }

  private boolean decide(
      UUID notice, UUID claim, NoticeState state, int smtpStatus, @Nullable String reason) {
    int rows =
        jdbc.sql(
                """
                update notice
                set state = ?, smtp_status = ?, problem = null, decided_at = now(),
                    next_attempt_at = null, leased_until = null, answer = null, answered_by = null,
                    details = null
                where notice_id = ? and claim = ? and state in ('SENDING', 'UNKNOWN')
                """)
            .params(state.name(), smtpStatus, notice, claim)
            .update();
    if (rows > 0) {
      announce(notice, state, smtpStatus, reason);
    }
    return rows > 0;
  }

  /** Keeps the answer: a person may want the notice sent again. */
  private boolean lapse(UUID notice, UUID claim) {
    int rows =
        jdbc.sql(
                """
                update notice set state = 'UNKNOWN', decided_at = now(), leased_until = null
                where notice_id = ? and claim = ? and state = 'SENDING'
                """)
            .params(notice, claim)
            .update();
    if (rows > 0) {
      announce(notice, NoticeState.UNKNOWN, 0, null);
    }
    return rows > 0;
  }

  private boolean postpone(UUID notice, UUID claim, Later later) {
    return jdbc.sql(
                """
                update notice
                set state = 'PLANNED', smtp_status = ?, problem = ?, decided_at = null,
                    leased_until = null,
                    next_attempt_at = now() + ? * interval '1 millisecond'
                where notice_id = ? and claim = ? and state in ('SENDING', 'UNKNOWN')
                """)
            .params(
                later.smtpStatus(), later.problem().name(), later.pause().toMillis(), notice, claim)
            .update()
        > 0;
  }

  /** Writes down the event to be published. Its id follows from notice and outcome. */
  void announce(UUID notice, NoticeState state, int smtpStatus, @Nullable String reason) {
    EventId event = EventId.derived("delivery", notice.toString(), state.name());
    jdbc.sql(
            """
            insert into outcome (event_id, notice_id, outcome, at, smtp_status, reason)
            values (?, ?, ?, now(), ?, ?)
            on conflict do nothing
            """)
        .params(UUID.fromString(event.value()), notice, state.name(), smtpStatus)
        .param(reason)
        .update();
  }
}
