package city.reception.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The deadline of a case is near, come or passed and it is not answered; or a body has not replied
 * to a deputy's request in time.
 *
 * @param timer which reminder this is; ANSWER_OVERDUE is for the committee's chair
 * @param at when the reminder was raised
 * @param requestId the request that is overdue, for REQUEST_DUE; null for every other reminder
 */
public record CommitteeReminded(
    CaseSummary summary, CaseTimer timer, Instant at, @Nullable EventId requestId)
    implements CommitteeMessage {

  /** A reminder of the deadline of the case itself. */
  public CommitteeReminded(CaseSummary summary, CaseTimer timer, Instant at) {
    this(summary, timer, at, null);
  }
}
