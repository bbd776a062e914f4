package city.reception.events;

/** Where an appeal is, as everybody outside the router sees it. */
public enum AppealStatus {
  /** Accepted by intake, not yet seen by the router. Only tracking shows it. */
  RECEIVED,
  /** Entered in the registry under a number. */
  REGISTERED,
  /** With a committee that has not yet taken it up. */
  ROUTED,
  /** A deputy or the committee's staff is at work on it. */
  TAKEN_UP,
  /** Split into parts that are cases of their own; over when all of them are. */
  SPLIT,
  /** With a committee that waits for the resident to make something clear. */
  CLARIFICATION_ASKED,
  /** Answered on the substance. */
  ANSWERED,
  /** Withdrawn by the resident. */
  WITHDRAWN,
  /** Forwarded to a competent body outside; over here. */
  FORWARDED,
  /** Ended without an answer on the substance, on a ground of the law. */
  REFUSED,
  /** Ended as a repeat without new arguments of what was answered before. */
  CORRESPONDENCE_ENDED;

  /**
   * Whether the case is over: nobody acts on it any more, but for a resident who has it reopened.
   */
  public boolean isOver() {
    return switch (this) {
      case RECEIVED, REGISTERED, ROUTED, TAKEN_UP, SPLIT, CLARIFICATION_ASKED -> false;
      case ANSWERED, WITHDRAWN, FORWARDED, REFUSED, CORRESPONDENCE_ENDED -> true;
    };
  }
}
