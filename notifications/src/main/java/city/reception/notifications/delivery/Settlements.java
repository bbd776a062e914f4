package city.reception.notifications.delivery;

import city.reception.events.AppealId;
import city.reception.events.NoticeSuppressed.Reason;
import city.reception.notifications.contact.Contacts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person decides about a notice. Decision, its author and its reason are one commit. */
@Repository
public class Settlements {

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Contacts contacts;
  private final NoticePlanning planning;
  private final NoticeOutcomes outcomes;

  Settlements(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      Contacts contacts,
      NoticePlanning planning,
      NoticeOutcomes outcomes) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.contacts = contacts;
    this.planning = planning;
    this.outcomes = outcomes;
  }

  /** What can be decided. */
  public enum Decision {
    /** An unknown notice has gone, as the mail server's log shows. */
    AS_SENT,
    /** An unknown notice has not gone, or may go twice: it is sent again. */
    SEND_AGAIN,
    /** An unknown or a waiting notice is not sent: the resident was told in another way. */
    WITHOUT_SENDING
  }

  /** What came of it. */
  public enum Result {
    SETTLED,
    /** There is no such notice. */
    NOT_FOUND,
    /** The decision does not fit the notice's state. */
    NOT_APPLICABLE
  }

  /** Settles a notice. */
  public Result settle(UUID notice, Decision decision, String actor, String reason) {
    return appealOf(notice)
        .map(appeal -> settle(appeal, notice, decision, actor, reason))
        .orElse(Result.NOT_FOUND);
  }

  private Result settle(
      AppealId appeal, UUID notice, Decision decision, String actor, String reason) {
    return transactions.execute(status -> {
      contacts.lock(List.of(appeal));
      boolean settled =
          switch (decision) {
            case AS_SENT -> decide(notice, NoticeState.SENT);
            case WITHOUT_SENDING -> decide(notice, NoticeState.SUPPRESSED);
            case SEND_AGAIN -> planAgain(notice);
          };
      if (!settled) {
        return Result.NOT_APPLICABLE;
      }
      jdbc.sql("insert into operator_act (notice_id, act, actor, reason) values (?, ?, ?, ?)")
          .params(notice, decision.name(), actor, reason)
          .update();
      planning.release(List.of(appeal));
      return Result.SETTLED;
    });
  }

  private Optional<AppealId> appealOf(UUID notice) {
    return jdbc.sql("select appeal_id from notice where notice_id = ?")
        .param(notice)
        .query((row, n) -> new AppealId(row.getObject(1, UUID.class)))
        .optional();
  }

  private boolean decide(UUID notice, NoticeState state) {
    boolean suppressed = state == NoticeState.SUPPRESSED;
    int rows =
        jdbc.sql(
                """
                update notice
                set state = ?, decided_at = now(), claim = null, next_attempt_at = null,
                    problem = null, answer = null, answered_by = null, details = null
                where notice_id = ? and (state = 'UNKNOWN' or ? and state = 'PLANNED')
                """)
            .params(state.name(), notice, suppressed)
            .update();
    if (rows > 0) {
      outcomes.announce(notice, state, suppressed ? Reason.SETTLED_BY_OPERATOR.name() : null);
    }
    return rows > 0;
  }

  /** Without the old claim, whose holder must not have the last word any more. */
  private boolean planAgain(UUID notice) {
    return jdbc.sql(
                """
                update notice
                set state = 'PLANNED', decided_at = null, claim = null, next_attempt_at = null,
                    first_attempt_at = null, attempts = 0
                where notice_id = ? and state = 'UNKNOWN'
                """)
            .param(notice)
            .update()
        > 0;
  }
}
