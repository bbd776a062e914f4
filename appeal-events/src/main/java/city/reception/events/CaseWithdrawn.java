package city.reception.events;

import java.time.Instant;

/** The resident withdrew the appeal; no committee may act on it any more. */
public record CaseWithdrawn(CaseSummary summary, Instant at) implements StatusChanged {}
