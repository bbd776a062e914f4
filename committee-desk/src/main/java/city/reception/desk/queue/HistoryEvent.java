package city.reception.desk.queue;

import city.reception.events.CaseAnswered;
import city.reception.events.CaseClarificationAsked;
import city.reception.events.CaseClarified;
import city.reception.events.CaseCorrespondenceEnded;
import city.reception.events.CaseExtended;
import city.reception.events.CaseForwarded;
import city.reception.events.CaseInformationRequested;
import city.reception.events.CasePartEnded;
import city.reception.events.CaseRated;
import city.reception.events.CaseRedirected;
import city.reception.events.CaseRefused;
import city.reception.events.CaseRegistered;
import city.reception.events.CaseReopened;
import city.reception.events.CaseRequestReplied;
import city.reception.events.CaseRouted;
import city.reception.events.CaseSplit;
import city.reception.events.CaseTakenUp;
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
  /** A body was to reply to a deputy's request by now. */
  REQUEST_OVERDUE,
  EXTENDED,
  ANSWERED,
  WITHDRAWN,
  FORWARDED,
  SPLIT,
  PART_ENDED,
  CLARIFICATION_ASKED,
  CLARIFIED,
  REFUSED,
  CORRESPONDENCE_ENDED,
  RATED,
  REOPENED,
  INFORMATION_REQUESTED,
  REQUEST_REPLIED;

  static HistoryEvent of(CommitteeReminded reminded) {
    return switch (reminded.timer()) {
      case ANSWER_DUE_IN_7_DAYS, ANSWER_DUE_IN_3_DAYS, ANSWER_DUE_IN_1_DAY, ANSWER_DUE -> REMINDED;
      case ANSWER_OVERDUE -> OVERDUE;
      case REQUEST_DUE -> REQUEST_OVERDUE;
    };
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
      case CaseForwarded forwarded -> FORWARDED;
      case CaseSplit split -> SPLIT;
      case CasePartEnded ended -> PART_ENDED;
      case CaseClarificationAsked asked -> CLARIFICATION_ASKED;
      case CaseClarified clarified -> CLARIFIED;
      case CaseRefused refused -> REFUSED;
      case CaseCorrespondenceEnded ended -> CORRESPONDENCE_ENDED;
      case CaseRated rated -> RATED;
      case CaseReopened reopened -> REOPENED;
      case CaseInformationRequested requested -> INFORMATION_REQUESTED;
      case CaseRequestReplied replied -> REQUEST_REPLIED;
    };
  }
}
