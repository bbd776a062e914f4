package city.reception.router.lifecycle;

import city.reception.events.LocalizedText;
import java.time.Instant;

/**
 * A moment by which something must be done.
 *
 * @param explanation from which fact, by which article and over which days it follows
 */
public record Deadline(Instant at, LocalizedText explanation) {}
