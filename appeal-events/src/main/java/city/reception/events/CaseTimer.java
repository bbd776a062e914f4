package city.reception.events;

/** What a case may be waiting for the time of, in the order in which the times come. */
public enum CaseTimer {
  /** Seven days are left until the answer is due. */
  ANSWER_DUE_IN_7_DAYS(-7),
  /** Three days are left until the answer is due. */
  ANSWER_DUE_IN_3_DAYS(-3),
  /** One day is left until the answer is due. */
  ANSWER_DUE_IN_1_DAY(-1),
  /** The answer is due now. */
  ANSWER_DUE(0),
  /** The answer was due a day ago: a matter for the committee's chair. */
  ANSWER_OVERDUE(1),
  /** A body was to reply to a deputy's request by now; the deadline meant is the request's own. */
  REQUEST_DUE(0);

  private final int daysAfterDeadline;

  CaseTimer(int daysAfterDeadline) {
    this.daysAfterDeadline = daysAfterDeadline;
  }

  /** How many days after the deadline its time comes; before it where negative. */
  public int daysAfterDeadline() {
    return daysAfterDeadline;
  }
}
