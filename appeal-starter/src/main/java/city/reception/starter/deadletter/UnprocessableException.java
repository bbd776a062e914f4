package city.reception.starter.deadletter;

/**
 * A record that was read but cannot be handled, now or later. The message says why and quotes
 * nothing of the record.
 */
public final class UnprocessableException extends RuntimeException {

  public UnprocessableException(String message) {
    super(message);
  }
}
