package city.reception.events;

import java.time.Instant;

/**
 * Why a case is open again.
 *
 * @param reason the resident's own words
 */
public record Reopening(String reason, Instant at) {}
