package city.reception.intake.web;

import city.reception.intake.problem.Problem;
import city.reception.intake.problem.ProblemException;
import city.reception.intake.problem.ProblemWriter;
import city.reception.intake.problem.Problems;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers when what an answer depends on has come. No thread waits for it: whichever brings the
 * result only fills the answer's buffer, and one of the web server's threads sends it (Jakarta
 * Servlet, section 2.3.3.3).
 */
@Component
public final class Answers {

  private static final Logger log = LoggerFactory.getLogger(Answers.class);

  private final JsonMapper json;
  private final ProblemWriter problems;

  Answers(JsonMapper json, ProblemWriter problems) {
    this.json = json;
    this.problems = problems;
  }

  /**
   * Answers with what {@code answer} makes of the result, or with the problem that it failed with.
   *
   * @param result comes within a bounded time
   */
  public <T> void send(
      HttpServletRequest request,
      HttpServletResponse response,
      CompletableFuture<T> result,
      Function<T, ResponseEntity<?>> answer) {
    AsyncContext exchange = request.startAsync(request, response);
    exchange.setTimeout(0);
    Consumer<Runnable> ending = BoundedThreads.keepPlace();
    var _ =
        result
            .thenApply(answer)
            .whenComplete((ready, failure) -> {
              try {
                response.setStatus(500); // What a client sees if the lines below fail.
                if (failure == null) {
                  write(response, ready);
                } else {
                  problems.write(request, response, problem(failure));
                }
              } catch (IOException | RuntimeException e) {
                log.warn("an answer was not written", e);
              } finally {
                ending.accept(exchange::complete);
              }
            });
  }

  private void write(HttpServletResponse response, ResponseEntity<?> answer) throws IOException {
    byte[] body = json.writeValueAsBytes(answer.getBody());
    HttpHeaders headers = answer.getHeaders();
    headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    // Without its length set: the server would send at its last byte, on this thread.
    response.getOutputStream().write(body);
    response.setStatus(answer.getStatusCode().value());
  }

  private static Problem problem(@Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof ProblemException refused) {
      return refused.problem();
    }
    log.error("an answer failed for no known reason", cause);
    return Problems.ofStatus(500);
  }
}
