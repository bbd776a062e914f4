package city.reception.events;

import java.time.Instant;

/** The resident added to the appeal. The words are on the committee's own topic alone. */
public record CaseClarified(CaseSummary summary, Instant at) implements StatusChanged {}
