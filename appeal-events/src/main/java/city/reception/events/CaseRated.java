package city.reception.events;

import java.time.Instant;

/**
 * The resident rated the answer.
 *
 * @param score 1 to 5, the best is 5
 */
public record CaseRated(CaseSummary summary, Instant at, int score) implements StatusChanged {}
