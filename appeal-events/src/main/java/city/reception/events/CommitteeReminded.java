package city.reception.events;

import java.time.Instant;

/**
 * The deadline of a case is near, come or passed and it is not answered.
 *
 * @param timer which reminder this is; ANSWER_OVERDUE is for the committee's chair
 * @param at when the reminder was raised
 */
public record CommitteeReminded(CaseSummary summary, CaseTimer timer, Instant at)
    implements CommitteeMessage {}
