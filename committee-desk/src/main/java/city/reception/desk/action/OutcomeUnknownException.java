package city.reception.desk.action;

/** Kafka did not confirm the record of an action: it may or may not be in the log. */
public final class OutcomeUnknownException extends RuntimeException {

  public OutcomeUnknownException(Throwable cause) {
    super("Kafka did not confirm the action", cause);
  }
}
