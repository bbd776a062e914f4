package city.reception.intake.submission;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.AppealId;
import city.reception.events.Topics;
import city.reception.intake.Instances;
import city.reception.intake.IntakeClient;
import city.reception.intake.IntakeTest;
import city.reception.intake.Letters;
import city.reception.intake.LogReader;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
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

/** An instance that lets only two appeals and one batch in at once, and makes them wait. */
@IntakeTest
class NarrowIntakeTest {

  private static final String HEAD_OF_BATCH =
      """
      POST /api/v1/appeals/batch HTTP/1.1\r
      Host: localhost\r
      Content-Type: application/x-ndjson\r
      Content-Length: 5000\r
      \r
      """;

  @Autowired Instances instances;
  @Autowired LogReader log;

  private Instances.Instance narrow;
  private IntakeClient client;

  @BeforeEach
  void start() {
    narrow =
        instances.start(
            "--reception.intake.submission.in-flight=2",
            "--reception.intake.batch.at-once=1",
            "--reception.intake.kafka.linger=500ms");
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
    IntakeClient.Answer batch = batch(BodyPublishers.ofString(lines));
    assertThat(batch.response().body().lines().map(JsonMapper.shared()::readTree))
        .hasSize(12)
        .allSatisfy(result -> assertThat(result.has("trackingCode")).isTrue());
  }

  @Test
  void requestsBeyondThoseInHandWaitForTheirTurnAndAreAnswered()
      throws InterruptedException, ExecutionException {
    try (Instances.Instance slow =
            instances.start(
                "--server.tomcat.threads.max=2", "--reception.intake.kafka.linger=100ms");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntakeClient patient = slow.client();
      List<Future<IntakeClient.Answer>> posts =
          IntStream.range(0, 9)
              .mapToObj(i ->
                  threads.submit(
                      () -> patient.post(IntakeClient.newKey(), Letters.plain().toString())))
              .toList();
      Gauge inFlight =
          slow.context()
              .getBean(MeterRegistry.class)
              .get("reception.intake.in.flight")
              .tag("of", "requests")
              .gauge();
      double most = 0;
      while (!posts.stream().allMatch(Future::isDone)) {
        most = Math.max(most, inFlight.value());
      }
      for (Future<IntakeClient.Answer> post : posts) {
        assertThat(post.get().status()).isEqualTo(202);
      }
      assertThat(most).as("at once").isBetween(1.0, 2.0);
    }
  }

  @Test
  void aBodyThatStopsComingIsGivenUp() throws IOException {
    try (Instances.Instance hasty = instances.start("--server.tomcat.connection-timeout=500ms");
        Socket silent = new Socket(InetAddress.getLoopbackAddress(), hasty.client().port())) {
      silent
          .getOutputStream()
          .write(
              (HEAD_OF_BATCH.replace("/batch", "").replace("x-ndjson", "json") + "{")
                  .getBytes(US_ASCII));
      String answer = new String(silent.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 408").contains("urn:reception:problem:too-slow");
    }
  }

  @Test
  void aBatchBeyondThoseThatAreReadIsRefusedWholeUntilOneOfThemIsOver() throws IOException {
    String line = Letters.but(b -> b.put("idempotencyKey", IntakeClient.newKey())) + "\n";
    try (Socket first = new Socket(InetAddress.getLoopbackAddress(), client.port())) {
      String key = IntakeClient.newKey();
      String begun = Letters.but(b -> b.put("idempotencyKey", key)) + "\n";
      first.getOutputStream().write((HEAD_OF_BATCH + begun).getBytes(UTF_8));
      String itsAppeal = AppealId.of("portal", key).toString();
      await().until(() -> !log.events(Topics.RECEIVED, itsAppeal).isEmpty());

      IntakeClient.Answer second = batch(BodyPublishers.ofString(line));
      assertThat(second.status()).isEqualTo(503);
      assertThat(second.text("type")).isEqualTo("urn:reception:problem:not-accepted");
    }
    await()
        .untilAsserted(
            () -> assertThat(batch(BodyPublishers.ofString(line)).status()).isEqualTo(200));
  }

  private IntakeClient.Answer batch(BodyPublisher body) {
    return client.send(
        client
            .request(IntakeClient.APPEALS + "/batch")
            .header("Content-Type", "application/x-ndjson")
            .POST(body));
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
