package city.reception.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A resident's appeal was accepted.
 *
 * @param channel the channel that posted it
 * @param contact the ways to answer, sealed
 * @param identityAssurance how surely the channel knows who its senders are; null where it did not
 *     say, and for what is not electronic
 * @param receivedOn the day a paper letter came in, where it is one
 * @param receivedAt when intake took it, by intake's own clock; deadlines never count from this
 * @param initiativeDirection which of the city's services an initiative is about; null where nobody
 *     said, and for every other kind
 */
public record AppealReceived(
    AppealId appealId,
    String channel,
    AppealKind kind,
    Applicant applicant,
    @Nullable Addressee addressee,
    String subject,
    String text,
    @Nullable Location location,
    @Nullable LocalDate receivedOn,
    Instant receivedAt,
    SealedContact contact,
    @Nullable IdentityAssurance identityAssurance,
    @Nullable InitiativeDirection initiativeDirection)
    implements IntakeEvent {

  public AppealReceived {
    Texts.require("channel", channel, Limits.NAME);
    Texts.require("applicant.name", applicant.name(), Limits.NAME);
    Texts.requireIfPresent("applicant.organisation", applicant.organisation(), Limits.NAME);
    if (addressee != null) {
      Texts.requireIfPresent("addressee.deputy", addressee.deputy(), Limits.NAME);
    }
    if (location != null) {
      Texts.requireIfPresent("location.address", location.address(), Limits.ADDRESS);
      requireDegrees("location.latitude", location.latitude(), Limits.LATITUDE);
      requireDegrees("location.longitude", location.longitude(), Limits.LONGITUDE);
    }
    Texts.require("subject", subject, Limits.SUBJECT);
    Texts.require("text", text, Limits.TEXT);
  }

  private static void requireDegrees(String field, @Nullable Double degrees, double limit) {
    if (degrees != null && !(Math.abs(degrees) <= limit)) {
      throw new IllegalArgumentException(field + " is not between -" + limit + " and " + limit);
    }
  }
}
