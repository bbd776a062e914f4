package city.reception.intake.batch;

import city.reception.intake.channel.Channel;
import city.reception.intake.problem.Languages;
import city.reception.intake.problem.ProblemException;
import city.reception.intake.problem.ProblemWriter;
import city.reception.intake.problem.Problems;
import city.reception.intake.submission.Admission;
import city.reception.intake.submission.LineIntake;
import city.reception.intake.web.BoundedBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /api/v1/appeals/batch}: one appeal a line, one result a line. */
@RestController
final class BatchController {

  private final LineIntake intake;
  private final Admission admission;
  private final ProblemWriter problems;
  private final JsonMapper json;
  private final BatchProperties properties;
  private final Semaphore room;

  BatchController(
      LineIntake intake,
      Admission admission,
      ProblemWriter problems,
      JsonMapper json,
      BatchProperties properties) {
    this.intake = intake;
    this.admission = admission;
    this.problems = problems;
    this.json = json;
    this.properties = properties;
    this.room = new Semaphore(properties.atOnce());
  }

  @PostMapping(path = "/api/v1/appeals/batch", consumes = MediaType.APPLICATION_NDJSON_VALUE)
  void submit(Channel channel, HttpServletRequest request, HttpServletResponse response)
      throws IOException, InterruptedException {
    if (!room.tryAcquire()) {
      throw new ProblemException(Problems.notAccepted());
    }
    try {
      take(channel, request, response);
    } finally {
      room.release();
    }
  }

  private void take(Channel channel, HttpServletRequest request, HttpServletResponse response)
      throws IOException, InterruptedException {
    Batch batch =
        new Batch(
            intake,
            new PatientAppend(admission),
            problems,
            json,
            channel,
            Languages.of(request, Locale.ENGLISH),
            properties.window());
    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
    try (ResultSpool results =
        new ResultSpool(response.getOutputStream(), properties.direct().toBytes())) {
      batch.run(new Lines(request.getInputStream(), BoundedBody.LIMIT), results);
    }
  }
}
