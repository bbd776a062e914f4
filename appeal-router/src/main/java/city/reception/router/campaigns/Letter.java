package city.reception.router.campaigns;

import city.reception.events.Addressee;
import city.reception.events.AppealReceived;
import city.reception.events.Applicant;
import city.reception.events.Location;
import org.jspecify.annotations.Nullable;

/**
 * What of an appeal is compared with others.
 *
 * @param deputy to whom it is addressed
 * @param place the address of the place that it is about
 */
public record Letter(
    Applicant applicant,
    @Nullable String deputy,
    String subject,
    String text,
    @Nullable String place) {

  /** What of a new appeal is compared. */
  public static Letter of(AppealReceived appeal) {
    Addressee addressee = appeal.addressee();
    Location location = appeal.location();
    return new Letter(
        appeal.applicant(),
        addressee == null ? null : addressee.deputy(),
        appeal.subject(),
        appeal.text(),
        location == null ? null : location.address());
  }
}
