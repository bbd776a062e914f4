package city.reception.intake.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into lines without ever holding more than one line's limit. A line ends with a line
 * feed, with or without a carriage return before it, or with the stream.
 */
final class Lines {

  private static final int CHUNK = 16 * 1024;

  private final InputStream in;
  private final int limit;
  private final byte[] chunk = new byte[CHUNK];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int next;
  private int end;
  private long number;

  Lines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** One line, without its end. */
  static final class Line {

    private final long number;
    private final byte @Nullable [] content;

    Line(long number, byte @Nullable [] content) {
      this.number = number;
      this.content = content;
    }

    /** Its place in the stream, from 1. */
    long number() {
      return number;
    }

    /** Its bytes; null when they were more than the limit. */
    byte @Nullable [] content() {
      return content;
    }
  }

  /** The next line; null at the end of the stream. */
  @Nullable Line next() throws IOException {
    line.reset();
    boolean any = false;
    boolean tooLong = false;
    while (next < end || fill()) {
      any = true;
      int feed = feed();
      int length = feed - next;
      if (tooLong || line.size() + length > limit) {
        tooLong = true;
        line.reset();
      } else {
        line.write(chunk, next, length);
      }
      next = Math.min(feed + 1, end);
      if (feed < end) {
        return line(tooLong);
      }
    }
    return any ? line(tooLong) : null;
  }

  private Line line(boolean tooLong) {
    number++;
    if (tooLong) {
      return new Line(number, null);
    }
    byte[] bytes = line.toByteArray();
    int length = bytes.length;
    boolean carriageReturn = length > 0 && bytes[length - 1] == '\r';
    return new Line(number, carriageReturn ? Arrays.copyOf(bytes, length - 1) : bytes);
  }

  /** Where the line in the chunk ends: at a line feed, or where the chunk does. */
  private int feed() {
    int at = next;
    while (at < end && chunk[at] != '\n') {
      at++;
    }
    return at;
  }

  private boolean fill() throws IOException {
    next = 0;
    end = Math.max(0, in.read(chunk));
    return end > 0;
  }
}
