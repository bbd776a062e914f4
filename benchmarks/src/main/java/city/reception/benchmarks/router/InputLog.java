package city.reception.benchmarks.router;

import city.reception.benchmarks.harness.KafkaClients;
import city.reception.events.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What the measuring process does on the brokers: fills, watches a group, counts what came out. */
final class InputLog implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> reader;

  InputLog(String bootstrapServers) {
    admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    producer = KafkaClients.producer(bootstrapServers, Map.of(ProducerConfig.LINGER_MS_CONFIG, 5));
    reader =
        KafkaClients.consumer(
            bootstrapServers,
            Map.of(
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                20,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5_000));
  }

  /** Makes a topic as the contract would have it. */
  void createTopic(String name, int partitions) {
    await(
        admin
            .createTopics(
                List.of(
                    new NewTopic(name, partitions, (short) 1)
                        .configs(Map.of("message.timestamp.type", "LogAppendTime"))))
            .all());
  }

  /** Appends {@code records} and returns when all are acknowledged. */
  void append(List<ProducerRecord<byte[], byte[]>> records) {
    List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
    producer.flush();
    sent.forEach(Future::resultNow);
  }

  /** Where the topics end now, as one who reads committed records sees it. */
  Map<TopicPartition, Long> ends(Collection<String> topics) {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    await(admin.describeTopics(topics).allTopicNames())
        .forEach((topic, description) ->
            description
                .partitions()
                .forEach(partition ->
                    wanted.put(
                        new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
    return ends(wanted, IsolationLevel.READ_COMMITTED);
  }

  private Map<TopicPartition, Long> ends(
      Map<TopicPartition, OffsetSpec> wanted, IsolationLevel isolation) {
    Map<TopicPartition, Long> ends = new HashMap<>();
    await(admin.listOffsets(wanted, new ListOffsetsOptions(isolation)).all())
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  /** Makes a group that nobody is in go on from {@code offsets}. */
  void moveGroup(String group, Map<TopicPartition, Long> offsets) {
    Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    offsets.forEach((partition, offset) -> positions.put(partition, new OffsetAndMetadata(offset)));
    await(admin.alterConsumerGroupOffsets(group, positions).all());
  }

  /** How many records of the input topic a group has behind it. */
  long done(String group) {
    return await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
        .entrySet()
        .stream()
        .filter(entry -> entry.getKey().topic().equals(Topics.RECEIVED.name()))
        .mapToLong(entry -> entry.getValue() == null ? 0 : entry.getValue().offset())
        .sum();
  }

  /** Where the input topic ends now. */
  Map<TopicPartition, Long> inputEnds() {
    return ends(List.of(Topics.RECEIVED.name()));
  }

  /** Hands out what was committed to the topics after {@code from}. */
  void read(Map<TopicPartition, Long> from, Consumer<ConsumerRecord<byte[], byte[]>> to) {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    from.keySet().forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
    // A group's offset can be there before its transaction's end stands on every other partition.
    Map<TopicPartition, Long> ends = ends(wanted, IsolationLevel.READ_UNCOMMITTED);
    reader.assign(from.keySet());
    from.forEach(reader::seek);
    while (ends.entrySet().stream()
        .anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
      reader.poll(POLL).forEach(to);
    }
  }

  @Override
  public void close() {
    producer.close();
    reader.close();
    admin.close();
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the brokers do not do it", e.getCause());
    }
  }
}
