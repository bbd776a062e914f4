package city.reception.desk.queue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import city.reception.events.AppealId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;

/**
 * A place in a queue: just after the appeal with this due date and id. The appeal need not be in
 * the queue any more.
 */
public record QueuePosition(Instant dueAt, AppealId appealId) {

  private static final int MAX_LENGTH = 128;
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
  private static final char SEPARATOR = '|';

  /** The position as an opaque text, safe in a URL. */
  public String toCursor() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((dueAt.toString() + SEPARATOR + appealId).getBytes(US_ASCII));
  }

  /**
   * Reads a cursor.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static QueuePosition parse(String cursor) {
    if (cursor.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("too long for a cursor");
    }
    String text = new String(Base64.getUrlDecoder().decode(cursor), US_ASCII);
    int separator = text.indexOf(SEPARATOR);
    if (separator < 0) {
      throw new IllegalArgumentException("not a cursor");
    }
    return new QueuePosition(
        dueAt(text.substring(0, separator)), AppealId.parse(text.substring(separator + 1)));
  }

  private static Instant dueAt(String text) {
    try {
      Instant dueAt = Instant.parse(text);
      if (dueAt.isBefore(Instant.EPOCH) || dueAt.isAfter(END_OF_TIME)) {
        throw new IllegalArgumentException("no time that an appeal could be due");
      }
      return dueAt;
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("not a cursor", e);
    }
  }
}
