package city.reception.intake.batch;

import city.reception.events.AppealId;
import city.reception.intake.problem.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** One line of the answer. */
sealed interface BatchResult {

  /** The line's appeal is stored. */
  record Accepted(
      long line, @Nullable String idempotencyKey, AppealId appealId, String trackingCode)
      implements BatchResult {}

  /**
   * The line's appeal is not stored, or that is not known; the problem says which.
   *
   * @param idempotencyKey null where it could not be read
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Refused(long line, @Nullable String idempotencyKey, Problem.Body problem)
      implements BatchResult {}
}
