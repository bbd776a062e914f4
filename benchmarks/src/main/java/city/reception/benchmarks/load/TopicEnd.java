package city.reception.benchmarks.load;

import city.reception.benchmarks.harness.Account;
import city.reception.benchmarks.harness.KafkaClients;
import city.reception.events.AppealId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The end of a topic when this was made, and what has come after it: the records, keyed by appeal,
 * that a turn produced.
 */
public final class TopicEnd implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> begin;

  public TopicEnd(String bootstrapServers, String topic) {
    consumer =
        KafkaClients.consumer(
            bootstrapServers,
            Map.of(
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5000,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                16 << 20));
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(topic, p.partition()))
            .toList();
    consumer.assign(partitions);
    begin = new HashMap<>(consumer.endOffsets(partitions));
    begin.forEach(consumer::seek);
  }

  /** How many records came since. */
  public long count() {
    return consumer.endOffsets(begin.keySet()).entrySet().stream()
        .mapToLong(end -> end.getValue() - begin.getOrDefault(end.getKey(), 0L))
        .sum();
  }

  /** Waits until that many came; false when they do not in time. */
  public boolean awaitCount(long expected, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (count() < expected) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return true;
  }

  /** Compares, appeal by appeal, what was promised with what came. */
  public Account compare(Outcome outcome) {
    Map<UUID, Integer> arrived = new HashMap<>();
    Map<TopicPartition, Long> ends = consumer.endOffsets(begin.keySet());
    begin.forEach(consumer::seek);
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        arrived.merge(appeal(record).value(), 1, Integer::sum);
      }
    }
    return compare(outcome, arrived);
  }

  static AppealId appeal(ConsumerRecord<byte[], byte[]> record) {
    return AppealId.parse(new String(record.key(), StandardCharsets.US_ASCII));
  }

  static Account compare(Outcome outcome, Map<UUID, Integer> arrived) {
    BitSet accepted = outcome.accepted();
    long lost = 0;
    for (int i = accepted.nextSetBit(0); i >= 0; i = accepted.nextSetBit(i + 1)) {
      lost += arrived.containsKey(outcome.keys().appeal(i).value()) ? 0 : 1;
    }
    Set<UUID> refused = new HashSet<>();
    outcome.refused().stream().forEach(i -> refused.add(outcome.keys().appeal(i).value()));
    long doubled = arrived.values().stream().filter(times -> times > 1).count();
    long ghosts = arrived.keySet().stream().filter(refused::contains).count();
    return new Account(accepted.cardinality(), lost, doubled, ghosts);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
