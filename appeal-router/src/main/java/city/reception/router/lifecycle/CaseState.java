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
        case ClarificationAsked _ -> AppealStatus.CLARIFICATION_ASKED;
        case Split _ -> AppealStatus.SPLIT;
        case Answered _ -> AppealStatus.ANSWERED;
        case Withdrawn _ -> AppealStatus.WITHDRAWN;
        case Forwarded _ -> AppealStatus.FORWARDED;
        case Refused _ -> AppealStatus.REFUSED;
        case CorrespondenceEnded _ -> AppealStatus.CORRESPONDENCE_ENDED;
      };
    }

    /** The same state with another file. */
    default Registered with(CaseFile file) {
      return of(status(), file);
    }
  }

  /** A case that a committee can still act on. */
  sealed interface Open extends Registered {}

  /** A case that is over. */
  sealed interface Over extends Registered {}

  /** In the registry, with no committee yet: the moment between two events of one decision. */
  record Unrouted(CaseFile file) implements Open {}

  /** With a committee that has not begun to work on it. */
  record Routed(CaseFile file) implements Open {}

  /** With a committee that works on it. */
  record TakenUp(CaseFile file) implements Open {}

  /** With a committee that waits for the resident to make something clear. */
  record ClarificationAsked(CaseFile file) implements Open {}

  /** Split into parts that are cases of their own; over when all of them are. */
  record Split(CaseFile file) implements Open {}

  /** Answered; over, unless the resident has it opened again. */
  record Answered(CaseFile file) implements Over {}

  /** Withdrawn; over. */
  record Withdrawn(CaseFile file) implements Over {}

  /** Forwarded to a competent body outside; over. */
  record Forwarded(CaseFile file) implements Over {}

  /** Ended without an answer on the substance; over. */
  record Refused(CaseFile file) implements Over {}

  /** A repeat, with which the correspondence was ended; over. */
  record CorrespondenceEnded(CaseFile file) implements Over {}

  /** The state that is named so outside the router. */
  static Registered of(AppealStatus status, CaseFile file) {
    return switch (status) {
      case RECEIVED, REGISTERED -> new Unrouted(file);
      case ROUTED -> new Routed(file);
      case TAKEN_UP -> new TakenUp(file);
      case CLARIFICATION_ASKED -> new ClarificationAsked(file);
      case SPLIT -> new Split(file);
      case ANSWERED -> new Answered(file);
      case WITHDRAWN -> new Withdrawn(file);
      case FORWARDED -> new Forwarded(file);
      case REFUSED -> new Refused(file);
      case CORRESPONDENCE_ENDED -> new CorrespondenceEnded(file);
    };
  }
}
