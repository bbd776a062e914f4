package city.reception.events;

/**
 * Why an appeal gets no answer on the substance: 59-FZ, articles 11 and 8.7. What each one means,
 * by which article and within which term, is said by the rule set of the case.
 */
public enum RefusalGround {
  /** No name, or no address to reply to. */
  ANONYMOUS,
  /** The text cannot be read. */
  UNREADABLE,
  /** The substance cannot be made out. */
  UNCLEAR,
  /** Obscene, insulting or threatening. */
  OBSCENE_OR_THREATENING,
  /** A court's decision is contested. */
  COURT_DECISION,
  /** The answer would disclose a state secret. */
  STATE_SECRET,
  /** The answer is already on the official site. */
  ALREADY_PUBLISHED,
  /** A complaint that only those complained about could consider. */
  COMPLAINT_RETURNED,
  /** An electronic appeal of a sender whom nobody identified. */
  UNIDENTIFIED_SENDER
}
