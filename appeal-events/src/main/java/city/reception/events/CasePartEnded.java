package city.reception.events;

import java.time.Instant;

/**
 * A part of a split appeal has ended.
 *
 * @param part the part's place among the parts, from 1
 * @param partId the case that the part was
 * @param outcome how it ended
 */
public record CasePartEnded(
    CaseSummary summary, Instant at, int part, AppealId partId, AppealStatus outcome)
    implements StatusChanged {}
