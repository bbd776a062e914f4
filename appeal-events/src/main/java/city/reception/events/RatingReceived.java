package city.reception.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The resident said how good the answer was.
 *
 * @param at when it came
 * @param score 1 to 5, the best is 5
 * @param comment the resident's own words; null for none
 */
public record RatingReceived(CaseSummary summary, Instant at, int score, @Nullable String comment)
    implements CommitteeMessage {}
