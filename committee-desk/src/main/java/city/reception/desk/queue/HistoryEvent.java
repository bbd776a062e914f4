package city.reception.desk.queue;

import city.reception.events.CaseAnswered;
import city.reception.events.CaseExtended;
import city.reception.events.CaseRedirected;
import city.reception.events.CaseRegistered;
import city.reception.events.CaseRouted;
import city.reception.events.CaseTakenUp;
import city.reception.events.CaseTimer;
import city.reception.events.CaseWithdrawn;
import city.reception.events.CommitteeReminded;
import city.reception.events.StatusChanged;

/** What may happen in the life of a case, as its history names it. */
public enum HistoryEvent {
  REGISTERED,
  ROUTED,
  TAKEN_UP,
  REDIRECTED,
  REMINDED,
  /** The answer is overdue: a matter for the chair. */
  OVERDUE,
  EXTENDED,
  ANSWERED,
  WITHDRAWN;

  static HistoryEvent of(CommitteeReminded reminded) {
    return reminded.timer() == CaseTimer.ANSWER_OVERDUE ? OVERDUE : REMINDED;
  }

  static HistoryEvent of(StatusChanged change) {
    return switch (change) {
      case CaseRegistered registered -> REGISTERED;
      case CaseRouted routed -> ROUTED;
      case CaseTakenUp takenUp -> TAKEN_UP;
      case CaseRedirected redirected -> REDIRECTED;
      case CaseExtended extended -> EXTENDED;
      case CaseAnswered answered -> ANSWERED;
      case CaseWithdrawn withdrawn -> WITHDRAWN;
    };
  }
}
