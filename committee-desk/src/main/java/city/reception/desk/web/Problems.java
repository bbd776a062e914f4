package city.reception.desk.web;

import city.reception.desk.action.AppealUnknownException;
import city.reception.desk.action.KeyReusedException;
import city.reception.desk.action.NotHeldHereException;
import city.reception.desk.action.OutcomeUnknownException;
import city.reception.events.RefusalReason;
import city.reception.starter.deadletter.Failures;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every failure as a problem of RFC 9457. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

  private static final String TYPE = "urn:reception:problem:";
  private static final Map<Integer, String> NAMES =
      Map.of(
          400, "invalid-request",
          404, "not-found",
          405, "method-not-allowed",
          406, "not-acceptable",
          415, "unsupported-type",
          500, "internal");
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  static ProblemDetail problem(HttpStatus status, String name, String title, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create(TYPE + name));
    problem.setTitle(title);
    return problem;
  }

  static ResponseEntity<Object> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  @ExceptionHandler
  ResponseEntity<Object> invalid(InvalidRequestException e) {
    ProblemDetail problem =
        problem(
            HttpStatus.BAD_REQUEST,
            "invalid-request",
            "The request is not valid",
            "Correct the fields named under errors.");
    problem.setProperty("errors", e.errors());
    return answer(problem);
  }

  @ExceptionHandler
  ResponseEntity<Object> tooLarge(BodyTooLargeException e) {
    return answer(
        problem(
            HttpStatus.CONTENT_TOO_LARGE,
            "too-large",
            "The body is too large",
            "A body has at most 64 KiB."));
  }

  @ExceptionHandler
  ResponseEntity<Object> notFound(NotFoundException e) {
    return answer(
        problem(HttpStatus.NOT_FOUND, "not-found", "Not found", String.valueOf(e.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<Object> unknownAppeal(AppealUnknownException e) {
    return notFound(new NotFoundException("This desk knows no such appeal."));
  }

  @ExceptionHandler
  ResponseEntity<Object> notHeldHere(NotHeldHereException e, Locale locale) {
    ProblemDetail problem =
        problem(
            HttpStatus.CONFLICT,
            "action-refused",
            "The action was refused",
            RefusalReason.NOT_THE_HOLDER.explanation().in(locale));
    problem.setProperty("reason", RefusalReason.NOT_THE_HOLDER);
    problem.setProperty("version", e.version());
    return answer(problem);
  }

  @ExceptionHandler
  ResponseEntity<Object> keyReused(KeyReusedException e) {
    return answer(
        problem(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "key-reused",
            "The key was used for another action",
            "Use a new Idempotency-Key for a new action."));
  }

  @ExceptionHandler
  ResponseEntity<Object> outcomeUnknown(OutcomeUnknownException e) {
    log.warn("Kafka did not confirm an action: {}", Failures.describe(e));
    return later(
        problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            "outcome-unknown",
            "It is not known whether the action was taken",
            "Repeat it with the same Idempotency-Key; without one, look at the appeal first."));
  }

  @ExceptionHandler
  ResponseEntity<Object> failed(RuntimeException e) {
    if (Failures.isTransient(e)) {
      log.warn("a request could not be answered for now: {}", Failures.describe(e));
      return later(
          problem(
              HttpStatus.SERVICE_UNAVAILABLE,
              "unavailable",
              "The desk cannot answer now",
              "Repeat the request; an action with the same Idempotency-Key."));
    }
    log.error("a request failed: {}", Failures.describe(e));
    return answer(
        problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "internal",
            "The desk failed",
            "Nothing is known to be wrong with the request."));
  }

  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (body instanceof ProblemDetail problem) {
      problem.setType(
          URI.create(TYPE + Objects.requireNonNullElse(NAMES.get(status.value()), "refused")));
    }
    return new ResponseEntity<>(body, headers, status);
  }

  private static ResponseEntity<Object> later(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus())
        .header(HttpHeaders.RETRY_AFTER, "2")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
