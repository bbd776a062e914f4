package city.reception.events;

import java.time.Instant;

/** The committee began to work on the case. */
public record CaseTakenUp(CaseSummary summary, Instant at) implements StatusChanged {}
