package city.reception.router.ledger;

import city.reception.events.AppealId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An input as the ledger keeps it.
 *
 * @param at the record's append time: another record at the same position has another
 * @param eventKey of the topic and the event's id; null where the record was parked, so that its
 *     replay is a new input
 * @param reason why it was refused or parked
 * @param outputs what is sent for it, byte for byte
 */
// The bytes are written once and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record RecordedInput(
    Position position,
    Instant at,
    @Nullable UUID eventKey,
    @Nullable AppealId appeal,
    Result result,
    @Nullable String reason,
    byte[] outputs) {

  /** What became of it. */
  public enum Result {
    APPLIED,
    REFUSED,
    PARKED
  }
}
