package city.reception.events;

import java.time.Instant;

/**
 * The notice of an extension that the resident is owed (59-FZ, article 12.2).
 *
 * @param days by how many days
 * @param reason why
 * @param extendedBy who decided it
 */
public record ExtensionExplained(
    CaseSummary summary, Instant at, int days, String reason, String extendedBy) implements Reply {}
