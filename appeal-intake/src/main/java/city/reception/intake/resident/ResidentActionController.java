package city.reception.intake.resident;

import city.reception.events.AppealId;
import city.reception.events.EventId;
import city.reception.events.IntakeEvent;
import city.reception.events.codec.Envelope;
import city.reception.intake.problem.FieldErrors;
import city.reception.intake.problem.ProblemException;
import city.reception.intake.problem.ProblemType;
import city.reception.intake.submission.Admission;
import city.reception.intake.submission.AppealLog;
import city.reception.intake.submission.IdempotencyKey;
import city.reception.intake.tracking.ResidentAccess;
import city.reception.intake.web.Answers;
import city.reception.intake.web.BoundedBody;
import city.reception.intake.web.JsonFields;
import city.reception.intake.web.StrictJson;
import city.reception.starter.traces.Traces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /api/v1/appeals/{appealId}/actions}: 202 once the act is in the log. What becomes of
 * it is decided by the router and shown by tracking.
 */
@RestController
final class ResidentActionController {

  private final ResidentAccess access;
  private final Admission admission;
  private final Traces traces;
  private final Clock clock;
  private final Answers answers;

  ResidentActionController(
      ResidentAccess access, Admission admission, Traces traces, Clock clock, Answers answers) {
    this.access = access;
    this.admission = admission;
    this.traces = traces;
    this.clock = clock;
    this.answers = answers;
  }

  @PostMapping(
      path = "/api/v1/appeals/{appealId}/actions",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  void act(
      @PathVariable String appealId,
      @RequestHeader(name = ResidentAccess.HEADER, required = false) @Nullable String code,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    AppealId appeal = access.authorize(appealId, code);
    FieldErrors errors = new FieldErrors();
    byte[] body = BoundedBody.read(request);
    List<String> keys = Collections.list(request.getHeaders(IdempotencyKey.HEADER));
    Optional<IdempotencyKey> key =
        keys.isEmpty() ? Optional.empty() : IdempotencyKey.ofHeader(keys, errors);
    Optional<ResidentAction> action =
        StrictJson.object(body, errors)
            .flatMap(object -> ResidentAction.read(new JsonFields(object, errors), errors));
    if (action.isEmpty()) {
      throw new ProblemException(errors.asProblem(ProblemType.INVALID_ACTION));
    }
    EventId id = key.map(k -> action.get().idUnder(k, appeal)).orElseGet(this::random);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    IntakeEvent event = action.get().event(appeal, now);
    answers.send(
        request,
        response,
        admission.append(new Envelope<>(id, AppealLog.SOURCE, now, event, traces.current())),
        at -> ResponseEntity.accepted().body(new Accepted(appeal, id.value())));
  }

  /**
   * What became of the request: it is in the log.
   *
   * @param actionId the id under which its outcome will be told
   */
  record Accepted(AppealId appealId, String actionId) {}

  private EventId random() {
    return new EventId(UUID.randomUUID().toString());
  }
}
