package city.reception.desk.queue;

import city.reception.events.AppealRouted;
import city.reception.events.CaseSummary;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An appeal with all that this desk knows of it.
 *
 * @param summary the case as it stands
 * @param content what the resident wrote, as last routed to a committee served here
 * @param parent the appeal that this one is a part of, as far as this desk has heard of it
 * @param parts its parts, where it was split
 * @param repeatOf the earlier appeal that this one repeats, as far as this desk has heard of it
 * @param history from the oldest event to the newest
 */
public record DeskAppeal(
    CaseSummary summary,
    AppealRouted content,
    @Nullable RelatedCase parent,
    List<RelatedCase> parts,
    @Nullable RelatedCase repeatOf,
    List<HistoryEntry> history) {

  /** The newest event of that kind. */
  public Optional<HistoryEntry> last(HistoryEvent event) {
    return history.reversed().stream().filter(entry -> entry.event() == event).findFirst();
  }

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
