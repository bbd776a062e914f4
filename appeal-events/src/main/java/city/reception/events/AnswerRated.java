package city.reception.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The resident said how good the answer was.
 *
 * @param score 1 to 5, the best is 5
 * @param comment the resident's own words; null for none
 */
public record AnswerRated(AppealId appealId, int score, @Nullable String comment, Instant ratedAt)
    implements IntakeEvent {
  public AnswerRated {
    Texts.requireIfPresent("comment", comment, Limits.REASON);
    if (score < Limits.SCORE_LEAST || score > Limits.SCORE_MOST) {
      throw new IllegalArgumentException(
          "score is not " + Limits.SCORE_LEAST + " to " + Limits.SCORE_MOST);
    }
  }
}
