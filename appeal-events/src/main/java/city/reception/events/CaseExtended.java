package city.reception.events;

import java.time.Instant;

/**
 * The term of a case was extended; the summary tells the new deadline.
 *
 * @param days by how many days
 */
public record CaseExtended(CaseSummary summary, Instant at, int days) implements StatusChanged {}
