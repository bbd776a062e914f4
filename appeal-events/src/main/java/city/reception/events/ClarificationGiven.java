package city.reception.events;

import java.time.Instant;

/**
 * The resident added to the appeal what a committee had asked for.
 *
 * @param text the resident's own words
 */
public record ClarificationGiven(AppealId appealId, String text, Instant givenAt)
    implements IntakeEvent {
  public ClarificationGiven {
    Texts.require("text", text, Limits.TEXT);
  }
}
