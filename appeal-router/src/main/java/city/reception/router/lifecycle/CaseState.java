package city.reception.router.lifecycle;

import city.reception.events.AppealStatus;

/** Where a case is in its life, and all that the next decision depends on. */
public sealed interface CaseState {

  /** There is no such case yet. */
  record Unregistered() implements CaseState {}

  /** A case that is in the registry. */
  sealed interface Registered extends CaseState {
    CaseFile file();

    /** The state as everybody outside the router names it. */
    default AppealStatus status() {
      return switch (this) {
        case Unrouted _ -> AppealStatus.REGISTERED;
        case Routed _ -> AppealStatus.ROUTED;
        case TakenUp _ -> AppealStatus.TAKEN_UP;
        case Answered _ -> AppealStatus.ANSWERED;
        case Withdrawn _ -> AppealStatus.WITHDRAWN;
      };
    }
  }

  /** A case that a committee can still act on. */
  sealed interface Open extends Registered {}

  /** In the registry, with no committee yet: the moment between two events of one decision. */
  record Unrouted(CaseFile file) implements Open {}

  /** With a committee that has not begun to work on it. */
  record Routed(CaseFile file) implements Open {}

  /** With a committee that works on it. */
  record TakenUp(CaseFile file) implements Open {}

  /** Answered; over. */
  record Answered(CaseFile file) implements Registered {}

  /** Withdrawn; over. */
  record Withdrawn(CaseFile file) implements Registered {}
}
