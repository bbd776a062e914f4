package city.reception.intake.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Turns whatever a controller threw into a problem. Nothing of the exception reaches the client.
 */
@RestControllerAdvice
final class ProblemAdvice {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private final ProblemWriter writer;

  ProblemAdvice(ProblemWriter writer) {
    this.writer = writer;
  }

  @ExceptionHandler
  void refused(ProblemException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    writer.write(request, response, e.problem());
  }

  /** The client went away while it was being read from or written to: nobody is left to tell. */
  @ExceptionHandler
  void disconnected(IOException e, HttpServletRequest request) {
    log.debug("{} {} was cut off", request.getMethod(), request.getRequestURI(), e);
  }

  @ExceptionHandler
  void any(Exception e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (e instanceof ErrorResponse known) {
      known
          .getHeaders()
          .forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
      writer.write(request, response, Problems.ofStatus(status(known)));
      return;
    }
    log.error("{} failed", request.getMethod(), e);
    writer.write(request, response, Problems.ofStatus(500));
  }

  private static int status(ErrorResponse known) {
    HttpStatusCode status = known.getStatusCode();
    return status.value();
  }
}
