package city.reception.router.lifecycle;

import city.reception.events.Addressee;
import city.reception.events.AppealKind;
import city.reception.events.AppealReceived;
import city.reception.events.Applicant;
import city.reception.events.Location;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the resident wrote, without the ways of contact. Kept apart from the facts of the case, so
 * that it can be erased without touching them.
 *
 * @param receivedAt when the appeal entered the log
 */
public record AppealContent(
    AppealKind kind,
    String channel,
    Applicant applicant,
    @Nullable Addressee addressee,
    String subject,
    String text,
    @Nullable Location location,
    @Nullable LocalDate receivedOn,
    Instant receivedAt) {

  /** The content of an appeal that entered the log at {@code receivedAt}. */
  public static AppealContent of(AppealReceived appeal, Instant receivedAt) {
    return new AppealContent(
        appeal.kind(),
        appeal.channel(),
        appeal.applicant(),
        appeal.addressee(),
        appeal.subject(),
        appeal.text(),
        appeal.location(),
        appeal.receivedOn(),
        receivedAt);
  }
}
