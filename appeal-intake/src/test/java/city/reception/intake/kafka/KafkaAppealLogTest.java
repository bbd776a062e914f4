package city.reception.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.reception.events.AppealId;
import city.reception.events.EventId;
import city.reception.events.IntakeEvent;
import city.reception.events.Topics;
import city.reception.events.WithdrawalRequested;
import city.reception.events.codec.Envelope;
import city.reception.events.codec.EventCodec;
import city.reception.intake.submission.AppealLog;
import city.reception.starter.kafka.KafkaClients;
import city.reception.testing.TestKafka;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.util.unit.DataSize;

class KafkaAppealLogTest {

  @Test
  void whatNoBrokerCouldTakeIsCertainlyNotAppendedAndSaidAtOnce() throws Exception {
    KafkaAppealLog log = logOn("127.0.0.1:" + unusedPort());
    CompletableFuture<Instant> appended = log.append(event());

    assertThat(appended).isCompletedExceptionally();
    assertThat(appended.exceptionNow()).isInstanceOf(AppealLog.NotAppendedException.class);
    log.destroy();
  }

  @Test
  void whatWasTakenOverAndNotAcknowledgedIsOfUnknownOutcome() throws Exception {
    TestKafka kafka = TestKafka.start();
    // The broker goes while the record waits for others to travel with.
    KafkaAppealLog log =
        logOn(kafka.bootstrapServers(), Duration.ofSeconds(8), Duration.ofSeconds(10));
    CompletableFuture<Instant> appended;
    try (kafka) {
      createTopic(kafka);
      meetBrokers(log);
      appended = log.append(event());
    }
    assertThatThrownBy(() -> appended.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .satisfies(
            e -> assertThat(e.getCause()).isNotInstanceOf(AppealLog.NotAppendedException.class));
    log.destroy();
  }

  @Test
  void whenTheBrokerIsGoneNothingIsAppendedAndThatIsCertain() throws Exception {
    TestKafka kafka = TestKafka.start();
    KafkaAppealLog log = logOn(kafka.bootstrapServers());
    try (kafka) {
      createTopic(kafka);
      meetBrokers(log);
      assertThat(log.append(event()).get(20, TimeUnit.SECONDS)).isNotNull();
    }
    await()
        .until(() -> {
          CompletableFuture<Instant> appended = log.append(event());
          return appended.isCompletedExceptionally()
              && appended.exceptionNow() instanceof AppealLog.NotAppendedException;
        });
    log.destroy();
  }

  @Test
  void whatIsStillOnItsWayIsSentBeforeAStop() throws Exception {
    try (TestKafka kafka = TestKafka.start()) {
      createTopic(kafka);
      KafkaAppealLog log = logOn(kafka.bootstrapServers());
      meetBrokers(log);
      List<CompletableFuture<Instant>> some =
          Stream.generate(() -> log.append(event())).limit(500).toList();
      log.destroy();
      assertThat(some)
          .allSatisfy(f -> assertThat(f.isDone() && !f.isCompletedExceptionally()).isTrue());
      assertThat(log.append(event()))
          .as("what comes after the stop")
          .failsWithin(Duration.ZERO)
          .withThrowableThat()
          .withCauseInstanceOf(AppealLog.NotAppendedException.class);
    }
  }

  private static void meetBrokers(KafkaAppealLog log) {
    await()
        .ignoreExceptions()
        .until(() -> {
          log.meetBrokers();
          return true;
        });
  }

  private static KafkaAppealLog logOn(String bootstrapServers) {
    return logOn(bootstrapServers, Duration.ofMillis(5), Duration.ofSeconds(2));
  }

  private static KafkaAppealLog logOn(String bootstrapServers, Duration linger, Duration delivery) {
    KafkaClients clients =
        new KafkaClients(new KafkaProperties(), () -> List.of(bootstrapServers), null);
    return new KafkaAppealLog(
        clients,
        new EventCodec(),
        new IntakeKafkaProperties(
            delivery,
            Duration.ofSeconds(1),
            Duration.ofMillis(200),
            linger,
            DataSize.ofMegabytes(8)));
  }

  private static void createTopic(TestKafka kafka) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic(Topics.RECEIVED.name(), 1, (short) 1)))
          .all()
          .get(30, TimeUnit.SECONDS);
    }
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Envelope<IntakeEvent> event() {
    AppealId appeal = new AppealId(UUID.randomUUID());
    Instant now = Instant.now();
    return new Envelope<>(
        EventId.derived("test", appeal.toString()),
        AppealLog.SOURCE,
        now,
        new WithdrawalRequested(appeal, null, now),
        null);
  }
}
