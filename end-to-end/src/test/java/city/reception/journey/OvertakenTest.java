package city.reception.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import city.reception.events.Topic;
import city.reception.events.Topics;
import city.reception.journey.Reception.Answer;
import city.reception.journey.Reception.Receipt;
import city.reception.local.kafka.TopicReader;
import city.reception.local.system.LocalPorts.Listener;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import tools.jackson.databind.JsonNode;

/**
 * One router commits a case's third version to the database and dies before Kafka has it; the other
 * publishes the fourth; then the third is sent again. Whoever reads sees the fourth.
 */
class OvertakenTest {

  private static final CommitteeId SECOND = new CommitteeId("health");
  private static final List<CommitteeId> COMMITTEES =
      Stream.of("education", "environment", "science-industry", "culture-mass-media")
          .map(CommitteeId::new)
          .toList();
  private static final String EMAIL = "overtaken@example.org";

  private static final int ALL_PARTITIONS = 12 + 14 * 3 + 12;

  @TempDir Path folder;

  private final CountDownLatch committed = new CountDownLatch(1);
  private final CountDownLatch overtaken = new CountDownLatch(1);

  @Test
  void aVersionThatIsSentAfterItsSuccessorChangesNothingForThoseWhoRead() throws Exception {
    try (Reception reception = new Reception(folder);
        Admin admin =
            Admin.create(Map.of("bootstrap.servers", (Object) reception.bootstrapServers()))) {
      reception.stopRouter();
      List<Mortal> routers = List.of(new Mortal("redirect"), new Mortal("redirect"));
      routers.forEach(router -> router.runs(reception));
      Choice choice = choose(partitionsOfTwo(admin));
      CommitteeId first = choice.committee();
      Receipt receipt =
          reception.post(
              choice.key(), Reception.appeal("Лифт", "Лифт в школе", EMAIL, first.slug()));
      reception.awaitDesk(receipt.appealId(), appeal -> appeal.path("version").asInt() == 1);
      assertThat(reception.act(receipt.appealId(), action(1, "\"type\":\"TAKE_UP\"")).status())
          .isEqualTo(200);

      Answer redirect =
          reception.ask(
              receipt.appealId(),
              action(
                  2,
                  "\"type\":\"REDIRECT\",\"toCommittee\":\"health\",\"reason\":\"Речь о медкабинете\""));
      assertThat(redirect.status()).isEqualTo(202);
      assertThat(committed.await(Reception.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(withdraw(reception, receipt).status()).isEqualTo(202);
      reception.awaitTracking(receipt, "WITHDRAWN");
      overtaken.countDown();
      routers.stream().filter(Mortal::isDead).forEach(Mortal::close);

      await()
          .atMost(Reception.PATIENCE)
          .untilAsserted(() -> assertThat(versions(reception, receipt)).endsWith(4L, 3L));
      awaitThatEveryReaderHasPassed(reception, receipt);
      assertThat(reception.track(receipt).body().path("status").asString()).isEqualTo("WITHDRAWN");
      JsonNode atDesk = reception.desk("/api/v1/appeals/" + receipt.appealId()).body();
      assertThat(atDesk.path("status").asString()).isEqualTo("WITHDRAWN");
      assertThat(atDesk.path("version").asInt()).isEqualTo(4);
      for (CommitteeId committee : List.of(first, SECOND)) {
        assertThat(
                reception
                    .desk("/api/v1/committees/" + committee.slug() + "/appeals?limit=100")
                    .body()
                    .toString())
            .doesNotContain(receipt.appealId());
      }
      String location = redirect.headers().getOrDefault("location", List.of()).getFirst();
      assertThat(reception.desk(location.replaceFirst("^https?://[^/]+", "")).body().toString())
          .contains("DONE");
      List<String> mails =
          reception.mails().stream().filter(mail -> mail.contains("To: " + EMAIL)).toList();
      assertThat(mails.stream().map(OvertakenTest::messageId)).doesNotHaveDuplicates();
    }
  }

  /** Another appeal whose events lie behind this one's on the same partition. */
  private static void awaitThatEveryReaderHasPassed(Reception reception, Receipt receipt) {
    TopicPartition status = partition(AppealId.parse(receipt.appealId()), Topics.STATUS_CHANGED);
    String key =
        keys("behind-the-overtaken-")
            .filter(candidate ->
                partition(AppealId.of("portal", candidate), Topics.STATUS_CHANGED).equals(status))
            .findFirst()
            .orElseThrow();
    String email = "behind@example.org";
    Receipt behind = reception.post(key, Reception.appeal("Школа", "Школа", email, SECOND.slug()));
    reception.awaitTracking(behind, "ROUTED");
    reception.awaitDesk(behind.appealId(), appeal -> appeal.path("version").asInt() == 1);
    await()
        .atMost(Reception.PATIENCE)
        .until(() -> reception.mails().stream().anyMatch(mail -> mail.contains("To: " + email)));
  }

  private static String action(int version, String action) {
    return "{%s,\"expectedVersion\":%d,\"actor\":\"Смирнова О. В.\"}".formatted(action, version);
  }

  private static Answer withdraw(Reception reception, Receipt receipt) {
    return reception.send(
        reception
            .request(Listener.INTAKE, "/api/v1/appeals/" + receipt.appealId() + "/actions")
            .header("Tracking-Code", receipt.trackingCode())
            .header("Idempotency-Key", "withdraw-the-overtaken-1")
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"type\":\"WITHDRAW\",\"reason\":\"Лифт заработал\"}")));
  }

  /** The versions of the appeal on the status topic, in the order in which readers get them. */
  private static List<Long> versions(Reception reception, Receipt receipt) {
    List<Long> versions = new ArrayList<>();
    try (TopicReader reader = new TopicReader(reception.bootstrapServers())) {
      reader.read(
          List.of(Topics.STATUS_CHANGED.name()),
          record -> {
            if (new String(record.key(), UTF_8).equals(receipt.appealId())) {
              versions.add(Reception.json(record.value()).at("/summary/version").asLong());
            }
          });
    }
    return versions.stream().distinct().toList();
  }

  /** A router that may come to die when the database has what Kafka has not. */
  private final class Mortal implements BeanPostProcessor {

    private final String deadly;
    private final AtomicBoolean dead = new AtomicBoolean();
    private @Nullable ConfigurableApplicationContext context;

    Mortal(String deadly) {
      this.deadly = deadly;
    }

    void runs(Reception reception) {
      context = reception.anotherRouter(this);
    }

    boolean isDead() {
      return dead.get();
    }

    void close() {
      Objects.requireNonNull(context).close();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object postProcessAfterInitialization(Object bean, String name) {
      if (name.equals("outputProducers")) {
        ((DefaultKafkaProducerFactory<byte[], byte[]>) bean).addPostProcessor(this::mortal);
      }
      return bean;
    }

    @SuppressWarnings("unchecked")
    private Producer<byte[], byte[]> mortal(Producer<byte[], byte[]> producer) {
      return (Producer<byte[], byte[]>)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Producer.class},
              (_, method, arguments) -> {
                if (method.getName().equals("send")
                    && type((ProducerRecord<byte[], byte[]>) arguments[0]).contains(deadly)
                    && committed.getCount() > 0) {
                  dead.set(true);
                  committed.countDown();
                  overtaken.await();
                  throw new Error("the router dies here");
                }
                try {
                  return method.invoke(producer, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }

  private static String type(ProducerRecord<byte[], byte[]> record) {
    Header header = record.headers().lastHeader("ce_type");
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  /** An appeal that one router reads, while the other reads what its committee does with it. */
  private static Choice choose(Set<TopicPartition> owned) {
    return keys("overtaken-idempotency-key-")
        .flatMap(key -> COMMITTEES.stream().map(committee -> new Choice(key, committee)))
        .filter(choice -> {
          AppealId id = AppealId.of("portal", choice.key());
          return owned.contains(partition(id, Topics.RECEIVED))
              != owned.contains(partition(id, Topics.committeeAction(choice.committee())));
        })
        .findFirst()
        .orElseThrow(() -> new AssertionError("no appeal is shared by two routers: " + owned));
  }

  private record Choice(String key, CommitteeId committee) {}

  private static Stream<String> keys(String prefix) {
    return IntStream.range(0, 10_000).mapToObj(number -> prefix + number);
  }

  private static TopicPartition partition(AppealId id, Topic<AppealId, ?> topic) {
    int partitions = topic.declaration().partitions();
    return new TopicPartition(
        topic.name(), Utils.toPositive(Utils.murmur2(id.toString().getBytes(UTF_8))) % partitions);
  }

  /** Waits until two routers have every partition between them, and returns those of one. */
  private static Set<TopicPartition> partitionsOfTwo(Admin admin) {
    return await()
        .atMost(Reception.PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> List.copyOf(assignments(admin).values()),
            members ->
                members.size() == 2
                    && members.stream().noneMatch(Set::isEmpty)
                    && Collections.disjoint(members.getFirst(), members.getLast())
                    && members.stream().mapToInt(Set::size).sum() == ALL_PARTITIONS)
        .getFirst();
  }

  private static Map<String, Set<TopicPartition>> assignments(Admin admin)
      throws ExecutionException, InterruptedException {
    return admin.describeConsumerGroups(List.of("appeal-router")).all().get().values().stream()
        .flatMap(group -> group.members().stream())
        .collect(
            Collectors.toMap(
                MemberDescription::consumerId, member -> member.assignment().topicPartitions()));
  }

  private static String messageId(String mail) {
    return mail.lines().filter(line -> line.startsWith("Message-ID:")).findFirst().orElse(mail);
  }
}
