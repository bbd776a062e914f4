package city.reception.intake.tracking;

import city.reception.events.AppealId;
import city.reception.events.AppealStatus;
import city.reception.events.CommitteeId;
import city.reception.events.RegistrationNumber;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An appeal as its resident sees it. What is not yet so is null, and is there.
 *
 * @param committee the slug of the committee that holds it
 * @param answer the text of the answer; where the appeal was answered in parts, all of theirs
 * @param clarification what the committee asks, while it waits for it; absent otherwise
 * @param parts the questions into which the appeal was split; absent where it was not
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AppealView(
    AppealId appealId,
    AppealStatus status,
    @Nullable RegistrationNumber registrationNumber,
    @Nullable CommitteeId committee,
    @Nullable Instant dueAt,
    @Nullable String dueAtExplanation,
    @Nullable String answer,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Question clarification,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Part> parts,
    List<Entry> timeline) {

  /** A question of the committee to the resident. */
  record Question(Instant at, @Nullable String question, @Nullable String askedBy) {}

  /**
   * One of the questions of an appeal that was split.
   *
   * @param committee the slug of the committee that has it
   * @param outcome how it ended; null while it is considered
   * @param answer the answer, or why there is none
   */
  record Part(
      int number,
      CommitteeId committee,
      String question,
      @Nullable AppealStatus outcome,
      @Nullable String answer) {}

  /**
   * One step on the way.
   *
   * @param next what comes next, and by when; on the newest step alone
   */
  record Entry(
      Instant at,
      AppealStatus status,
      String text,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {}
}
