package city.reception.starter.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import city.reception.events.CommitteeMessage;
import city.reception.events.Topic;
import city.reception.events.Topics;
import city.reception.starter.deadletter.DeadLetter;
import city.reception.starter.deadletter.UnprocessableException;
import city.reception.starter.topics.TopicCheck;
import city.reception.starter.topics.TopicsProperties;
import city.reception.testing.TestKafka;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Nothing is dropped, nothing blocks: on a real broker. */
class BatchListenersTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private static TestKafka kafka;
  private static KafkaClients clients;
  private static DefaultKafkaProducerFactory<byte[], byte[]> producers;

  @BeforeAll
  static void start() {
    kafka = TestKafka.start();
    clients =
        new KafkaClients(new KafkaProperties(), () -> List.of(kafka.bootstrapServers()), null);
    producers = clients.producerFactory(Map.of());
  }

  @AfterAll
  static void stop() {
    producers.destroy();
    kafka.close();
  }

  @Test
  void theCulpritOfAPollIsParkedWithItsReasonAndTheOthersAreHandled() {
    Topic<AppealId, CommitteeMessage> topic = topic("culprit");
    Queue<String> handled = new ConcurrentLinkedQueue<>();
    send(topic, "a", "bad", "b", "c");
    MessageListenerContainer container =
        start(
            topic,
            records -> {
              List<String> values = values(records);
              if (values.contains("bad")) {
                throw new UnprocessableException("it is bad");
              }
              handled.addAll(values);
            });

    await().atMost(PATIENCE).until(() -> handled.size() == 3);
    container.stop();

    assertThat(handled).containsExactly("a", "b", "c");
    List<ConsumerRecord<byte[], byte[]>> parked = read(topic.deadLetters().name());
    assertThat(parked).hasSize(1);
    assertThat(parked.getFirst().value()).isEqualTo("bad".getBytes(UTF_8));
    assertThat(header(parked.getFirst(), DeadLetter.REASON)).isEqualTo("it is bad");
    assertThat(header(parked.getFirst(), DeadLetter.OFFSET)).isEqualTo("1");
    assertThat(header(parked.getFirst(), DeadLetter.SERVICE)).isEqualTo("group-culprit");
    assertThat(meters.counter("reception.dead.letters", "topic", topic.name()).count())
        .isEqualTo(1);
  }

  @Test
  void aFailureOfTheDatabaseIsRetriedAndParksNothing() {
    Topic<AppealId, CommitteeMessage> topic = topic("database");
    AtomicInteger attempts = new AtomicInteger();
    Queue<String> handled = new ConcurrentLinkedQueue<>();
    send(topic, "a", "b");
    MessageListenerContainer container =
        start(
            topic,
            records -> {
              if (attempts.incrementAndGet() <= 3) {
                throw new IllegalStateException(new SQLException("gone", "08006"));
              }
              handled.addAll(values(records));
            });

    await().atMost(PATIENCE).until(() -> handled.size() == 2);
    container.stop();

    assertThat(handled).containsExactly("a", "b");
    assertThat(read(topic.deadLetters().name())).isEmpty();
  }

  @Test
  void whatWasNotCommittedComesAgainAfterARestart() {
    Topic<AppealId, CommitteeMessage> topic = topic("restart");
    Queue<String> handled = new ConcurrentLinkedQueue<>();
    send(topic, "a");
    MessageListenerContainer first = start(topic, records -> handled.addAll(values(records)));
    await().atMost(PATIENCE).until(() -> handled.size() == 1);
    first.stop();
    send(topic, "b");
    MessageListenerContainer second = start(topic, records -> handled.addAll(values(records)));
    await().atMost(PATIENCE).until(() -> handled.size() == 2);
    second.stop();

    assertThat(handled).containsExactly("a", "b");
  }

  private static MessageListenerContainer start(
      Topic<AppealId, CommitteeMessage> topic, BatchHandler handler) {
    String group = topic.name().replace("appeals.routed.", "group-").replace(".v1", "");
    MessageListenerContainer container =
        new BatchListeners(clients, producers, meters).container(group, List.of(topic), handler);
    container.start();
    return container;
  }

  private static Topic<AppealId, CommitteeMessage> topic(String name) {
    Topic<AppealId, CommitteeMessage> topic = Topics.routed(new CommitteeId(name));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      new TopicCheck(new TopicsProperties(true, 1, 1, PATIENCE), List.of(topic)).run(admin);
    }
    return topic;
  }

  private static void send(Topic<?, ?> topic, String... values) {
    try (Producer<byte[], byte[]> producer = producers.createProducer()) {
      for (String value : values) {
        var _ =
            producer.send(
                new ProducerRecord<>(topic.name(), 0, "k".getBytes(UTF_8), value.getBytes(UTF_8)));
      }
      producer.flush();
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    try (Consumer<byte[], byte[]> consumer =
        clients.consumerFactory(Map.of()).createConsumer("reader", "reader")) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }

  private static List<String> values(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().map(record -> new String(record.value(), UTF_8)).toList();
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
