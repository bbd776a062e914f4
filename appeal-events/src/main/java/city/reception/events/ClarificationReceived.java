package city.reception.events;

import java.time.Instant;

/**
 * The resident added to the appeal, asked or unasked.
 *
 * @param at when it came
 * @param text the resident's own words
 */
public record ClarificationReceived(CaseSummary summary, Instant at, String text)
    implements CommitteeMessage {}
