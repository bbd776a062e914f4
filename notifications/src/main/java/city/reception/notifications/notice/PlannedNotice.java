package city.reception.notifications.notice;

import city.reception.events.AppealId;
import city.reception.events.CaseSummary;
import city.reception.events.EventId;
import city.reception.events.NoticeDelivery.NoticeMedium;
import city.reception.events.NoticeKind;
import org.jspecify.annotations.Nullable;

/**
 * Something that the resident is to be told.
 *
 * @param id derived from the event and the medium, so that the same event is never told twice
 * @param summary the case as the event left it
 * @param answer what the city wrote to the resident, where it wrote anything: an answer, a
 *     question, or why something was done
 */
public record PlannedNotice(
    EventId id,
    NoticeKind kind,
    NoticeMedium medium,
    CaseSummary summary,
    @Nullable Answer answer) {

  /** What the city wrote, and who signed it. */
  public record Answer(String text, String signedBy) {
    /** The answer is the resident's alone. */
    @Override
    public String toString() {
      return "Answer[…]";
    }
  }

  public AppealId appealId() {
    return summary.appealId();
  }
}
