package city.reception.notifications.delivery;

import city.reception.events.AppealId;
import city.reception.events.EventId;
import city.reception.events.NoticeKind;
import java.util.UUID;

/**
 * An attempt that is over.
 *
 * @param claim which one
 * @param outcome what became of it
 */
record Attempted(AppealId appeal, EventId notice, NoticeKind kind, UUID claim, Outcome outcome) {

  boolean isOfSameClaim(Attempted other) {
    return notice.equals(other.notice) && claim.equals(other.claim);
  }
}
