package city.reception.desk.web;

import city.reception.desk.action.AppealUnknownException;
import city.reception.desk.action.KeyReusedException;
import city.reception.desk.action.NotHeldHereException;
import city.reception.desk.action.OutcomeUnknownException;
import city.reception.events.RefusalReason;
import city.reception.starter.deadletter.Failures;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every failure as a problem of RFC 9457, in the language asked for. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

  private static final String RETRY_AFTER_SECONDS = "2";
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  /** What is wrong with one field, as it goes over the wire. */
  record Entry(String field, String code, String message) {}

  @ExceptionHandler
  ResponseEntity<Object> invalid(InvalidRequestException e, Locale language) {
    ProblemDetail problem = ProblemType.INVALID_REQUEST.in(language);
    List<Entry> errors =
        e.errors().stream()
            .map(error -> new Entry(error.field(), error.code(), error.message().in(language)))
            .toList();
    problem.setProperty("errors", errors);
    return answer(problem);
  }

  @ExceptionHandler
  ResponseEntity<Object> tooLarge(BodyTooLargeException e, Locale language) {
    return ResponseEntity.status(413)
        // What is left of the body is not read.
        .header(HttpHeaders.CONNECTION, "close")
        .body(ProblemType.TOO_LARGE.in(language));
  }

  @ExceptionHandler
  ResponseEntity<Object> notFound(NotFoundException e, Locale language) {
    return answer(ProblemType.NOT_FOUND.in(language, e.what()));
  }

  @ExceptionHandler
  ResponseEntity<Object> unknownAppeal(AppealUnknownException e, Locale language) {
    return notFound(NotFoundException.appeal(), language);
  }

  @ExceptionHandler
  ResponseEntity<Object> notHeldHere(NotHeldHereException e, Locale language) {
    ProblemDetail problem =
        ProblemType.ACTION_REFUSED.in(language, RefusalReason.NOT_THE_HOLDER.explanation());
    problem.setProperty("reason", RefusalReason.NOT_THE_HOLDER);
    problem.setProperty("version", e.version());
    return answer(problem);
  }

  @ExceptionHandler
  ResponseEntity<Object> keyReused(KeyReusedException e, Locale language) {
    return answer(ProblemType.KEY_REUSED.in(language));
  }

  @ExceptionHandler
  ResponseEntity<Object> outcomeUnknown(OutcomeUnknownException e, Locale language) {
    log.warn("Kafka did not confirm an action: {}", Failures.describe(e));
    return later(ProblemType.OUTCOME_UNKNOWN.in(language));
  }

  @ExceptionHandler
  ResponseEntity<Object> failed(RuntimeException e, Locale language) {
    if (Failures.isTransient(e)) {
      log.warn("a request could not be answered for now: {}", Failures.describe(e));
      return later(ProblemType.UNAVAILABLE.in(language));
    }
    log.error("a request failed: {}", Failures.describe(e));
    return answer(ProblemType.INTERNAL.in(language));
  }

  static ResponseEntity<Object> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }

  /** What Spring itself refuses: nothing of the request is quoted. */
  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return new ResponseEntity<>(
        ProblemType.ofStatus(status.value()).in(LocaleContextHolder.getLocale()), headers, status);
  }

  private static ResponseEntity<Object> later(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus())
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .body(problem);
  }
}
