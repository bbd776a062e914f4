package city.reception.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import city.reception.events.Topic;
import city.reception.starter.committees.Committees;
import city.reception.testing.RealServers;
import city.reception.testing.TestKafka;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A running desk, a router and a person at the desk. */
@SpringBootTest(
    classes = DeskApplication.class,
    useMainMethod = SpringBootTest.UseMainMethod.ALWAYS,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      // A machine under load must not turn a decision into "not decided yet".
      "reception.desk.actions.patience=5s",
      "reception.desk.actions.delivery=5s",
      "reception.topics.create=true",
      "reception.topics.replication-factor=1",
      "reception.topics.min-insync-replicas=1",
      "reception.committees.location=classpath:committees-of-test.yaml"
    })
@Import({RealServers.class, DeskTest.Router.class})
abstract class DeskTest {

  static final CommitteeId IT = new CommitteeId("entrepreneurship-innovation-it");
  static final CommitteeId ECOLOGY = new CommitteeId("ecology");
  static final CommitteeId CULTURE = new CommitteeId("culture");
  static final CommitteeId TRANSPORT = new CommitteeId("transport");
  static final Duration PATIENCE = Duration.ofSeconds(60);

  @Autowired RunningRouter running;
  @Autowired TestKafka kafka;
  @Autowired Admin admin;
  @LocalServerPort int port;

  TestRouter router;
  DeskClient desk;

  @SuppressWarnings("NullAway.Init")
  DeskTest() {}

  @BeforeEach
  void meet() {
    router = running.router();
    desk = new DeskClient(port);
  }

  /** The appeal, registered and routed, as soon as the desk shows it. */
  TestCase routed(TestCase opened) {
    router.open(opened);
    return shown(opened);
  }

  TestCase shown(TestCase opened) {
    awaitAppeal(
        opened.id(), appeal -> assertThat(appeal.body().path("history").size()).isEqualTo(2));
    return opened;
  }

  void awaitAppeal(AppealId appeal, Consumer<DeskClient.Answer> condition) {
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(() -> {
          DeskClient.Answer answer = desk.get("/api/v1/appeals/" + appeal);
          assertThat(answer.status()).isEqualTo(200);
          condition.accept(answer);
        });
  }

  /** The answers to so many requests made at the same time. */
  static List<DeskClient.Answer> atOnce(int times, Supplier<DeskClient.Answer> request) {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      return IntStream.range(0, times)
          .mapToObj(i -> CompletableFuture.supplyAsync(request, executor))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }

  /** Waits until the desk has read all that is in its topics. */
  void awaitEverythingRead() {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(unread()).isZero());
  }

  /** How many records the topic has. */
  long recordsIn(Topic<AppealId, ?> topic) throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int partition = 0; partition < topic.declaration().partitions(); partition++) {
      latest.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
    }
    return admin.listOffsets(latest).all().get().values().stream()
        .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
        .sum();
  }

  private long unread() throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetAndMetadata> read =
        admin.listConsumerGroupOffsets("committee-desk").partitionsToOffsetAndMetadata().get();
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    read.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    return admin.listOffsets(latest).all().get().entrySet().stream()
        .mapToLong(end ->
            end.getValue().offset() - Objects.requireNonNull(read.get(end.getKey())).offset())
        .sum();
  }

  static Map<String, Object> takeUp(int expectedVersion) {
    return action("TAKE_UP", expectedVersion);
  }

  static Map<String, Object> redirect(int expectedVersion, CommitteeId to, String reason) {
    Map<String, Object> action = action("REDIRECT", expectedVersion);
    action.put("toCommittee", to.slug());
    action.put("reason", reason);
    return action;
  }

  static Map<String, Object> answer(int expectedVersion, String text) {
    Map<String, Object> action = action("ANSWER", expectedVersion);
    action.put("text", text);
    return action;
  }

  /** An action with the fields given. */
  static Map<String, Object> action(String type, int expectedVersion, Map<String, ?> more) {
    Map<String, Object> action = action(type, expectedVersion);
    action.putAll(more);
    return action;
  }

  private static Map<String, Object> action(String type, int expectedVersion) {
    Map<String, Object> action = new HashMap<>();
    action.put("type", type);
    action.put("expectedVersion", expectedVersion);
    action.put("actor", "Белова М. С.");
    return action;
  }

  /** The router beside the desk, for as long as the application context lives. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Router {

    @Bean
    RunningRouter runningRouter(TestKafka kafka, Committees committees) {
      return new RunningRouter(kafka, committees);
    }
  }

  /** Starts the router once the topics are there. */
  static final class RunningRouter implements SmartLifecycle {

    private final TestKafka kafka;
    private final Committees committees;
    private @Nullable TestRouter router;

    RunningRouter(TestKafka kafka, Committees committees) {
      this.kafka = kafka;
      this.committees = committees;
    }

    TestRouter router() {
      return Objects.requireNonNull(router);
    }

    @Override
    public void start() {
      router = new TestRouter(kafka.bootstrapServers(), committees.ids());
    }

    @Override
    public void stop() {
      router().close();
      router = null;
    }

    @Override
    public boolean isRunning() {
      return router != null;
    }
  }
}
