package city.reception.benchmarks.router;

import city.reception.benchmarks.harness.KafkaClients;
import city.reception.events.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Consumes, transforms and produces in Kafka transactions of up to 500 records, with the settings
 * of the router's own clients and nothing between them and Kafka.
 */
final class TransactionalLoop implements Routing {

  /** What is done with a batch before it is sent. */
  interface Transformation {
    List<ProducerRecord<byte[], byte[]>> of(List<ConsumerRecord<byte[], byte[]>> batch);
  }

  private static final Duration POLL = Duration.ofMillis(100);

  private final String group;
  private final String bootstrapServers;
  private final Supplier<Transformation> transformations;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;

  TransactionalLoop(
      String group, String bootstrapServers, Supplier<Transformation> transformations) {
    this.group = group;
    this.bootstrapServers = bootstrapServers;
    this.transformations = transformations;
  }

  @Override
  public void start(int consumers) {
    running = true;
    for (int i = 0; i < consumers; i++) {
      threads.add(Thread.ofPlatform().name(group + "-" + i).start(this::run));
    }
  }

  @Override
  public void stop() {
    running = false;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.clear();
  }

  private void run() {
    Transformation transformation = transformations.get();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer();
        KafkaProducer<byte[], byte[]> producer = producer()) {
      producer.initTransactions();
      consumer.subscribe(List.of(Topics.RECEIVED.name()));
      while (running) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        if (!records.isEmpty()) {
          handle(records, transformation, producer, consumer);
        }
      }
    }
  }

  private static void handle(
      ConsumerRecords<byte[], byte[]> records,
      Transformation transformation,
      KafkaProducer<byte[], byte[]> producer,
      KafkaConsumer<byte[], byte[]> consumer) {
    List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>(records.count());
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      batch.add(record);
      offsets.put(
          new TopicPartition(record.topic(), record.partition()),
          new OffsetAndMetadata(record.offset() + 1));
    }
    producer.beginTransaction();
    for (ProducerRecord<byte[], byte[]> output : transformation.of(batch)) {
      var _ = producer.send(output); // A failure fails the commit.
    }
    producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
    producer.commitTransaction();
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return KafkaClients.consumer(
        bootstrapServers,
        Map.of(
            ConsumerConfig.GROUP_ID_CONFIG,
            group,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            500,
            ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
            65_536,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            30,
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            CooperativeStickyAssignor.class.getName()));
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return KafkaClients.producer(
        bootstrapServers,
        Map.of(
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            group + "-" + UUID.randomUUID(),
            ProducerConfig.LINGER_MS_CONFIG,
            5,
            ProducerConfig.BATCH_SIZE_CONFIG,
            131_072,
            ProducerConfig.RETRY_BACKOFF_MS_CONFIG,
            5,
            ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG,
            1_000));
  }
}
