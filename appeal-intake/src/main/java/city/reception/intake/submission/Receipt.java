package city.reception.intake.submission;

import city.reception.events.AppealId;
import java.time.Instant;

/**
 * What a channel gets for an appeal that is stored.
 *
 * @param receivedAt when the log took this submission of it
 */
public record Receipt(AppealId appealId, String trackingCode, Instant receivedAt) {

  /** The code opens the resident's page, so it belongs in no log. */
  @Override
  public String toString() {
    return "Receipt[" + appealId + "]";
  }
}
