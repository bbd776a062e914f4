package city.reception.events;

import java.time.Instant;

/** The correspondence was ended (59-FZ, article 11.5). */
public record CaseCorrespondenceEnded(CaseSummary summary, Instant at) implements StatusChanged {}
