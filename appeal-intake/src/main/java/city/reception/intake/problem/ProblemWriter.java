package city.reception.intake.problem;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem, whatever types the client says it accepts. */
@Component
public final class ProblemWriter {

  private final JsonMapper json;
  private final MeterRegistry meters;

  ProblemWriter(JsonMapper json, MeterRegistry meters) {
    this.json = json;
    this.meters = meters;
  }

  /**
   * Writes the problem, in English unless the client prefers Russian, and counts it. It leaves, and
   * gets its length, when the request ends.
   */
  public void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    count(problem);
    if (response.isCommitted()) {
      return;
    }
    Locale language = Languages.of(request, Locale.ENGLISH);
    response.resetBuffer();
    response.setStatus(problem.type().status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader("Content-Language", language.toLanguageTag());
    problem.headers().forEach(response::setHeader);
    byte[] body = json.writeValueAsBytes(problem.in(language));
    response.getOutputStream().write(body);
  }

  /** Counts a refusal that is answered elsewhere, as one line of many. */
  public void count(Problem problem) {
    meters.counter("reception.intake.refused", "reason", problem.type().shortName()).increment();
  }
}
