package city.reception.events;

import java.time.Instant;

/**
 * The case moved to another committee. The deadline stays.
 *
 * @param fromCommittee who held it before; the summary names who holds it now
 */
public record CaseRedirected(CaseSummary summary, Instant at, CommitteeId fromCommittee)
    implements StatusChanged {}
