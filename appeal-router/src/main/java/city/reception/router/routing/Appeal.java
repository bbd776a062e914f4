package city.reception.router.routing;

import city.reception.events.Addressee;
import city.reception.events.AppealKind;
import city.reception.events.AppealReceived;
import city.reception.events.ApplicantType;
import city.reception.events.Location;
import org.jspecify.annotations.Nullable;

/**
 * What of an appeal its route depends on.
 *
 * @param place the address of the place that it is about
 */
public record Appeal(
    AppealKind kind,
    String channel,
    ApplicantType applicant,
    @Nullable Addressee addressee,
    String subject,
    String text,
    @Nullable String place) {

  /** What of a new appeal its route depends on. */
  public static Appeal of(AppealReceived received) {
    Location location = received.location();
    return new Appeal(
        received.kind(),
        received.channel(),
        received.applicant().type(),
        received.addressee(),
        received.subject(),
        received.text(),
        location == null ? null : location.address());
  }
}
