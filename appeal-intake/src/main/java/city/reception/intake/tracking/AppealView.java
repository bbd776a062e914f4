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
 * @param answer the text of the answer
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
    List<Entry> timeline) {

  /** One step on the way. */
  record Entry(Instant at, AppealStatus status, String text) {}
}
