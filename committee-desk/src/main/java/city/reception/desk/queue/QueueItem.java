package city.reception.desk.queue;

import city.reception.events.AppealStatus;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appeal in a committee's queue.
 *
 * @param campaign the first appeal of the campaign that it belongs to
 * @param repeatOf the earlier appeal that it repeats
 * @param clarification whether the resident was asked something, or has said more
 */
public record QueueItem(
    UUID appealId,
    String registrationNumber,
    String subject,
    AppealStatus status,
    Instant dueAt,
    int version,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID campaign,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID repeatOf,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Clarification clarification) {

  /** How a question to the resident stands. */
  public enum Clarification {
    ASKED,
    GIVEN
  }
}
