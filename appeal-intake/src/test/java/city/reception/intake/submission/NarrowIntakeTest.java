package city.reception.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.Topics;
import city.reception.intake.Instances;
import city.reception.intake.IntakeClient;
import city.reception.intake.IntakeTest;
import city.reception.intake.Letters;
import city.reception.intake.LogReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** An instance that lets only two appeals wait at once, and makes them wait. */
@IntakeTest
class NarrowIntakeTest {

  @Autowired Instances instances;
  @Autowired LogReader log;

  private Instances.Instance narrow;
  private IntakeClient client;

  @BeforeEach
  void start() {
    narrow =
        instances.start(
            "--reception.intake.submission.in-flight=2", "--reception.intake.kafka.linger=500ms");
    client = narrow.client();
  }

  @AfterEach
  void stop() {
    narrow.close();
  }

  @Test
  void beyondTheLimitASingleAppealIsRefusedAndABatchWaits()
      throws InterruptedException, ExecutionException {
    List<IntakeClient.Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<IntakeClient.Answer>> posts =
          IntStream.range(0, 12)
              .mapToObj(i ->
                  threads.submit(
                      () -> client.post("the-same-key-again-" + i, Letters.plain().toString())))
              .toList();
      for (Future<IntakeClient.Answer> post : posts) {
        answers.add(post.get());
      }
    }
    assertThat(answers).extracting(IntakeClient.Answer::status).containsOnly(202, 503);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 503)
        .allSatisfy(refused -> {
          assertThat(refused.text("type")).isEqualTo("urn:reception:problem:not-accepted");
          assertThat(refused.header("Retry-After")).isEqualTo("1");
        });

    String lines =
        IntStream.range(0, 12)
            .mapToObj(i -> Letters.but(b -> b.put("idempotencyKey", "the-same-key-again-" + i)))
            .collect(Collectors.joining("\n"));
    IntakeClient.Answer batch =
        client.send(
            client
                .request(IntakeClient.APPEALS + "/batch")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines)));
    assertThat(batch.response().body().lines().map(JsonMapper.shared()::readTree))
        .hasSize(12)
        .allSatisfy(result -> assertThat(result.has("trackingCode")).isTrue());
  }

  @Test
  void theTraceOfTheRequestGoesOnInTheRecord() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    IntakeClient.Answer answer =
        client.send(
            client
                .request(IntakeClient.APPEALS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", IntakeClient.newKey())
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .POST(BodyPublishers.ofString(Letters.plain().toString())));
    String traceparent =
        log.events(Topics.RECEIVED, answer.text("appealId")).getFirst().traceparent();
    assertThat(Objects.toString(traceparent)).startsWith("00-" + trace + "-");
  }
}
