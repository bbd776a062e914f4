package city.reception.intake.batch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of a chunked answer (RFC 9112, section 7.1), read as it comes. */
final class Unchunked extends InputStream {

  private final InputStream in;
  private int left;
  private boolean any;

  /** Skips the head of the answer. */
  Unchunked(InputStream in) throws IOException {
    this.in = in;
    String line = line();
    while (!line.isEmpty()) {
      line = line();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (left == 0) {
      if (any) {
        line();
      }
      any = true;
      left = Integer.parseInt(line(), 16);
      if (left == 0) {
        return -1;
      }
    }
    int read = in.read(into, offset, Math.min(length, left));
    if (read < 0) {
      throw new EOFException("the answer was cut off");
    }
    left -= read;
    return read;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the answer was cut off");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
