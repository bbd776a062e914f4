package city.reception.desk.queue;

import city.reception.events.AppealRouted;
import city.reception.events.CaseSummary;
import java.util.List;

/**
 * An appeal with all that this desk knows of it.
 *
 * @param summary the case as it stands
 * @param content what the resident wrote, as last routed to a committee served here
 * @param history from the oldest event to the newest
 */
public record DeskAppeal(CaseSummary summary, AppealRouted content, List<HistoryEntry> history) {

  /** Whether the answer is late, as the chair was told. */
  public boolean isOverdue() {
    return switch (summary.status()) {
      case RECEIVED, REGISTERED, ROUTED, TAKEN_UP, SPLIT, CLARIFICATION_ASKED ->
          history.stream()
              .map(HistoryEntry::event)
              .filter(event ->
                  event == HistoryEvent.OVERDUE
                      || event == HistoryEvent.EXTENDED
                      || event == HistoryEvent.REOPENED)
              .reduce((earlier, later) -> later)
              .filter(last -> last == HistoryEvent.OVERDUE)
              .isPresent();
      case ANSWERED, WITHDRAWN, FORWARDED, REFUSED, CORRESPONDENCE_ENDED -> false;
    };
  }
}
