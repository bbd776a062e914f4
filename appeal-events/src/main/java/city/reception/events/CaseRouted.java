package city.reception.events;

import java.time.Instant;

/**
 * The case was given to its first committee.
 *
 * @param registeredTogether whether {@link CaseRegistered} came just before, within the same
 *     version
 */
public record CaseRouted(CaseSummary summary, Instant at, boolean registeredTogether)
    implements StatusChanged {}
