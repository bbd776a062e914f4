package city.reception.intake.submission;

import city.reception.events.Addressee;
import city.reception.events.AppealKind;
import city.reception.events.Applicant;
import city.reception.events.InitiativeDirection;
import city.reception.events.Location;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a channel posted, read and found valid. */
record Submission(
    AppealKind kind,
    Applicant applicant,
    Reach contact,
    @Nullable Addressee addressee,
    String subject,
    String text,
    @Nullable Location location,
    @Nullable LocalDate receivedOn,
    @Nullable InitiativeDirection initiativeDirection) {

  /** The ways to answer, as they were posted. */
  record Reach(
      @Nullable String email,
      @Nullable String phone,
      @Nullable String postalAddress,
      @Nullable String locale) {

    /** Nothing of a contact belongs in a log. */
    @Override
    public String toString() {
      return "Reach[private]";
    }
  }

  @Override
  public String toString() {
    return "Submission[private]";
  }
}
