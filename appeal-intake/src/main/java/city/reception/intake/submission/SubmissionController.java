package city.reception.intake.submission;

import city.reception.intake.channel.Channel;
import city.reception.intake.problem.FieldErrors;
import city.reception.intake.problem.ProblemException;
import city.reception.intake.problem.ProblemType;
import city.reception.intake.web.Answers;
import city.reception.intake.web.BoundedBody;
import city.reception.intake.web.JsonFields;
import city.reception.intake.web.StrictJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/appeals}: 202 once the appeal is durable. */
@RestController
final class SubmissionController {

  private final SubmissionReader reader;
  private final Intake intake;
  private final Admission admission;
  private final Answers answers;

  SubmissionController(
      SubmissionReader reader, Intake intake, Admission admission, Answers answers) {
    this.reader = reader;
    this.intake = intake;
    this.admission = admission;
    this.answers = answers;
  }

  @PostMapping(
      path = "/api/v1/appeals",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  void submit(Channel channel, HttpServletRequest request, HttpServletResponse response)
      throws IOException, InterruptedException {
    FieldErrors errors = new FieldErrors();
    byte[] body = BoundedBody.read(request);
    Optional<IdempotencyKey> key =
        IdempotencyKey.ofHeader(
            Collections.list(request.getHeaders(IdempotencyKey.HEADER)), errors);
    Optional<Submission> submission =
        StrictJson.object(body, errors)
            .flatMap(object -> reader.read(new JsonFields(object, errors), errors));
    if (key.isEmpty() || submission.isEmpty()) {
      throw new ProblemException(errors.asProblem(ProblemType.INVALID_APPEAL));
    }
    answers.send(
        request,
        response,
        intake.take(channel, key.get(), submission.get(), admission::append),
        receipt ->
            ResponseEntity.accepted()
                .location(URI.create("/api/v1/appeals/" + receipt.appealId()))
                .body(receipt));
  }
}
