package city.reception.events.codec;

/**
 * A record that is no event of its topic. The message names what is wrong, never what the record
 * holds, so that it may be logged.
 */
public final class UndecodableException extends RuntimeException {

  public UndecodableException(String message) {
    super(message);
  }

  public UndecodableException(String message, Throwable cause) {
    super(message, cause);
  }
}
