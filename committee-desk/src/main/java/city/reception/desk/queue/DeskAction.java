package city.reception.desk.queue;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import city.reception.events.EventId;
import city.reception.events.LocalizedText;
import city.reception.events.RefusalReason;
import org.jspecify.annotations.Nullable;

/**
 * An action asked for at this desk.
 *
 * @param committee who acts: whose topic carries the record
 * @param record what is sent
 * @param version the case's version after the decision; null while pending, or without a case
 * @param reason why it was refused
 * @param explanation the same for a person
 */
public record DeskAction(
    EventId id,
    AppealId appeal,
    ActionType type,
    CommitteeId committee,
    OutgoingRecord record,
    ActionState state,
    @Nullable Integer version,
    @Nullable RefusalReason reason,
    @Nullable LocalizedText explanation) {

  /** An action that nothing is known of yet. */
  public static DeskAction pending(
      EventId id, AppealId appeal, ActionType type, CommitteeId committee, OutgoingRecord record) {
    return new DeskAction(
        id, appeal, type, committee, record, ActionState.PENDING, null, null, null);
  }

  public boolean isDecided() {
    return state != ActionState.PENDING;
  }

  /** Whether the other asks for the same: who acts for which committee does not count. */
  public boolean asksTheSameAs(DeskAction other) {
    return type == other.type && record.value().equals(other.record.value());
  }
}
