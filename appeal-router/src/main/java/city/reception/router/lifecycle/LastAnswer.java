package city.reception.router.lifecycle;

import java.time.Instant;

/**
 * The answer after which a case rests.
 *
 * @param rated whether the resident has rated it
 */
public record LastAnswer(Instant at, boolean rated) {}
