package city.reception.events;

/** What a case may be waiting for the time of. */
public enum CaseTimer {
  /** Three days are left until the answer is due. */
  ANSWER_DUE_IN_3_DAYS
}
