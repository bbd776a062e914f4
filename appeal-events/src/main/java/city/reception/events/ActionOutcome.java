package city.reception.events;

import org.jspecify.annotations.Nullable;

/** What became of an action, a committee's or a resident's: {@code appeals.action-outcome.v1}. */
public sealed interface ActionOutcome extends AppealEvent permits ActionDone, ActionRefused {

  /** The id of the event that asked for the action. */
  EventId actionId();

  /** The case's version after the action; null when there is no such case. */
  @Nullable Integer version();
}
