package city.reception.desk.queue;

/** What is known of an action. */
public enum ActionState {
  /** Not decided, or the decision has not come yet. */
  PENDING,
  DONE,
  /** Nothing changed. */
  REFUSED
}
