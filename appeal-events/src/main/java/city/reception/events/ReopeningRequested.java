package city.reception.events;

import java.time.Instant;

/**
 * The resident is not content with the answer and asked for the case to be opened again.
 *
 * @param reason why
 */
public record ReopeningRequested(AppealId appealId, String reason, Instant requestedAt)
    implements IntakeEvent {
  public ReopeningRequested {
    Texts.require("reason", reason, Limits.REASON);
  }
}
