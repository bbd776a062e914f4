package city.reception.events;

import java.time.Instant;

/**
 * The notice that the correspondence was ended (59-FZ, article 11.5).
 *
 * @param reason why
 * @param endedBy who decided it
 */
public record CorrespondenceEndExplained(
    CaseSummary summary, Instant at, String reason, String endedBy) implements Reply {}
