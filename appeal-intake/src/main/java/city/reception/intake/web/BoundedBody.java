package city.reception.intake.web;

import city.reception.intake.problem.ProblemException;
import city.reception.intake.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Reads a request's body without ever holding more than the limit. */
public final class BoundedBody {

  /** The largest body of a single request, and the largest line of a batch, in bytes. */
  public static final int LIMIT = 64 * 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int CHUNK = 8 * 1024;

  private BoundedBody() {}

  /**
   * The whole body.
   *
   * @throws ProblemException 413 at once when the body says that it is larger, or as soon as it has
   *     shown that it is; 408 when it does not come in half a minute
   */
  public static byte[] read(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > LIMIT) {
      throw new ProblemException(Problems.tooLarge());
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    InputStream in = request.getInputStream();
    try {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        if (body.size() + n > LIMIT) {
          throw new ProblemException(Problems.tooLarge());
        }
        if (System.nanoTime() > deadline) {
          throw new ProblemException(Problems.tooSlow());
        }
        body.write(chunk, 0, n);
      }
    } catch (SocketTimeoutException e) {
      throw new ProblemException(Problems.tooSlow());
    }
    return body.toByteArray();
  }
}
