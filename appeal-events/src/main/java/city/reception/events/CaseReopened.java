package city.reception.events;

import java.time.Instant;

/** The case is open again at the resident's request; the summary tells the new deadline. */
public record CaseReopened(CaseSummary summary, Instant at) implements StatusChanged {}
