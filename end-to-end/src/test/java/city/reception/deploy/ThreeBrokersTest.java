package city.reception.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.reception.events.CommitteeId;
import city.reception.events.Topics;
import city.reception.starter.topics.TopicCheck;
import city.reception.starter.topics.TopicsProperties;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.NotEnoughReplicasAfterAppendException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the compose file's brokers promise, kept while they are killed. */
class ThreeBrokersTest {

  private static final String TOPIC = Topics.RECEIVED.name();
  private static final int RECORDS = 3_000;
  private static final int PARTITIONS = Topics.RECEIVED.declaration().partitions();

  /** What a machine that has other work to do may need; an idle one takes a tenth of it. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  @Timeout(400)
  void withOneBrokerKilledNothingIsLostAndWithTwoNothingIsPromised(@TempDir Path folder)
      throws Exception {
    try (Cluster cluster = Cluster.start(folder, Compose.read());
        Admin admin = Admin.create(bootstrap(cluster))) {
      awaitBrokers(admin, 3);
      TopicsProperties kept = new TopicsProperties(true, 3, 2, Duration.ofSeconds(60));
      new TopicCheck(kept, Topics.all(List.of(CommitteeId.RECEPTION))).run(admin);

      int leader = leaderOfFirstPartition(admin);
      Set<String> acknowledged = sendWhileKilling(cluster, leader);
      assertThat(acknowledged).hasSize(PARTITIONS + RECORDS);
      assertThat(read(cluster, acknowledged.size()))
          .containsExactlyInAnyOrderElementsOf(acknowledged);

      int second =
          cluster.nodes().stream().filter(node -> node != leader).findFirst().orElseThrow();
      refuseWhileKilled(cluster, second);

      List.of(leader, second).forEach(cluster::start);
      List.of(leader, second).forEach(cluster::awaitReady);
      try (KafkaProducer<String, String> producer = producer(cluster, PATIENCE)) {
        send(producer, "after");
      }
      assertThat(read(cluster, acknowledged.size() + 2))
          .contains("before", "after")
          .containsAll(acknowledged)
          .doesNotHaveDuplicates();
    }
  }

  /** Sends all records, with the broker killed on the way, and returns what was acknowledged. */
  private static Set<String> sendWhileKilling(Cluster cluster, int node) throws Exception {
    Set<String> acknowledged = new TreeSet<>();
    try (KafkaProducer<String, String> producer = producer(cluster, PATIENCE)) {
      acknowledged.addAll(meetEachPartition(producer));
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (int i = 0; i < RECORDS; i++) {
        sent.add(producer.send(new ProducerRecord<>(TOPIC, key(i), "an appeal")));
        if (i == RECORDS / 3) {
          sent.get(i / 2).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
          cluster.kill(node);
        }
      }
      for (int i = 0; i < RECORDS; i++) {
        sent.get(i).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        acknowledged.add(key(i));
      }
    }
    return acknowledged;
  }

  /**
   * One record to each partition, one after the other. A broker that has never heard of a producer
   * takes whatever sequence number comes first: were the very first batch refused by a leader that
   * is not one yet, and the next one taken, the first could not be placed any more.
   */
  private static List<String> meetEachPartition(KafkaProducer<String, String> producer)
      throws Exception {
    List<String> keys = new ArrayList<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      String key = "first-of-" + partition;
      producer
          .send(new ProducerRecord<>(TOPIC, partition, key, "an appeal"))
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      keys.add(key);
    }
    return keys;
  }

  /** A producer that was well with two brokers is not told that one alone took its record. */
  private static void refuseWhileKilled(Cluster cluster, int node) throws Exception {
    try (KafkaProducer<String, String> producer = producer(cluster, Duration.ofSeconds(6))) {
      send(producer, "before");
      cluster.kill(node);
      assertThatThrownBy(() -> send(producer, "not promised"))
          .cause()
          .isInstanceOfAny(
              TimeoutException.class,
              NotEnoughReplicasException.class,
              NotEnoughReplicasAfterAppendException.class);
    }
  }

  private static void send(KafkaProducer<String, String> producer, String key) throws Exception {
    producer
        .send(new ProducerRecord<>(TOPIC, 0, key, "an appeal"))
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** The keys of at least {@code count} records from the beginning, in the order of arrival. */
  private static List<String> read(Cluster cluster, int count) {
    List<String> keys = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            with(
                bootstrap(cluster),
                Map.of(
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                    ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (int i = 0; i < PARTITIONS; i++) {
        partitions.add(new TopicPartition(TOPIC, i));
      }
      consumer.assign(partitions);
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(10))
          .until(() -> {
            for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofMillis(200))) {
              keys.add(found.key());
            }
            return keys.size() >= count
                && consumer.endOffsets(partitions).entrySet().stream()
                    .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
          });
    }
    return keys;
  }

  private static void awaitBrokers(Admin admin, int count) {
    await().atMost(PATIENCE).until(() -> admin.describeCluster().nodes().get().size() == count);
  }

  private static int leaderOfFirstPartition(Admin admin)
      throws ExecutionException, InterruptedException {
    TopicDescription topic =
        Objects.requireNonNull(
            admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC));
    assertThat(topic.partitions())
        .allSatisfy(partition -> assertThat(partition.replicas()).hasSize(3));
    return topic.partitions().getFirst().leader().id();
  }

  private static KafkaProducer<String, String> producer(Cluster cluster, Duration patience) {
    int millis = Math.toIntExact(patience.toMillis());
    return new KafkaProducer<>(
        with(
            bootstrap(cluster),
            Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                millis,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                millis / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                millis)),
        new StringSerializer(),
        new StringSerializer());
  }

  private static Map<String, Object> bootstrap(Cluster cluster) {
    return Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers());
  }

  private static Map<String, Object> with(Map<String, Object> one, Map<String, Object> other) {
    Map<String, Object> both = new HashMap<>(one);
    both.putAll(other);
    return both;
  }

  private static String key(int number) {
    return "appeal-%05d".formatted(number);
  }
}
