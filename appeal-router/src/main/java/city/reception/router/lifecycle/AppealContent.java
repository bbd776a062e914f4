package city.reception.router.lifecycle;

import city.reception.events.Addressee;
import city.reception.events.AppealKind;
import city.reception.events.AppealReceived;
import city.reception.events.Applicant;
import city.reception.events.CaseCopy;
import city.reception.events.Correspondence;
import city.reception.events.IdentityAssurance;
import city.reception.events.InitiativeDirection;
import city.reception.events.Location;
import city.reception.events.PartOf;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the resident wrote, without the ways of contact. Kept apart from the facts of the case, so
 * that it can be erased without touching them.
 *
 * @param receivedAt when the appeal entered the log
 * @param identityAssurance how surely the channel knows who its senders are; null where it did not
 *     say, and for what is not electronic
 * @param part which part of which appeal it is, where it is one
 * @param initiativeDirection which of the city's services an initiative is about; null where nobody
 *     said, and for every other kind
 * @param correspondence of a part, what was asked and said in the whole before; null for nothing
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
    Instant receivedAt,
    @Nullable IdentityAssurance identityAssurance,
    @Nullable PartOf part,
    @Nullable InitiativeDirection initiativeDirection,
    @Nullable Correspondence correspondence) {

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
        receivedAt,
        appeal.identityAssurance(),
        null,
        appeal.initiativeDirection(),
        null);
  }

  /** The content of a part of a split appeal. */
  static AppealContent of(CaseCopy copy) {
    return new AppealContent(
        copy.kind(),
        copy.channel(),
        copy.applicant(),
        copy.addressee(),
        copy.subject(),
        copy.text(),
        copy.location(),
        copy.receivedOn(),
        copy.receivedAt(),
        copy.identityAssurance(),
        copy.part(),
        copy.initiativeDirection(),
        copy.correspondence());
  }
}
