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
  /** Answered on the substance. */
  ANSWERED,
  /** Withdrawn by the resident. */
  WITHDRAWN
}
