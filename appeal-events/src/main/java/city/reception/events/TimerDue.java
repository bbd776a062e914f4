package city.reception.events;

import java.time.Instant;

/**
 * The time of a case's timer has come.
 *
 * @param generation tells a timer from the one it replaced; a signal of an older generation is void
 * @param dueAt the time that has come
 */
public record TimerDue(AppealId appealId, CaseTimer timer, int generation, Instant dueAt)
    implements CaseSignal {

  /** The id of this signal's event: the same however often it is raised. */
  public EventId eventId() {
    return EventId.derived(
        "timer", appealId.toString(), timer.name(), Integer.toString(generation));
  }
}
