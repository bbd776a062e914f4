package city.reception.router.stream;

import city.reception.router.ledger.CaseLedger;
import city.reception.router.ledger.CaseLedger.Partition;
import city.reception.starter.kafka.KafkaClients;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a ledger that was restored to an earlier moment up to Kafka's committed offsets. Reads all
 * partitions that it is behind on as one stream, in the order of their append times, so that a
 * committee's action does not come before the appeal or the redirect that it followed. Sends
 * nothing: whatever lies below a committed offset was sent with it.
 */
final class CatchUp {

  private static final Logger log = LoggerFactory.getLogger(CatchUp.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int BATCH = 500;

  private final KafkaClients clients;
  private final CaseLedger ledger;
  private final InputHandler handler;
  private final ForgottenNumbers forgotten;

  CatchUp(
      KafkaClients clients, CaseLedger ledger, InputHandler handler, ForgottenNumbers forgotten) {
    this.clients = clients;
    this.ledger = ledger;
    this.handler = handler;
    this.forgotten = forgotten;
  }

  /**
   * Records everything between the ledger's offsets and the given ones. One router at a time does
   * it; the others wait, and then find nothing left to do. If it ends early, it goes on where it
   * was.
   */
  void run(Map<TopicPartition, Long> committed) {
    try (CaseLedger.CatchUpLock _ = ledger.lockForCatchUp()) {
      Map<TopicPartition, Long> from = behind(ledger, committed);
      if (from.isEmpty()) {
        return;
      }
      log.warn("the ledger is behind Kafka's offsets on {}: it was restored; catching up", from);
      forgotten.readBack(
          from.keySet().stream().map(tp -> new Partition(tp.topic(), tp.partition())).toList());
      int records = 0;
      try (Consumer<byte[], byte[]> consumer =
          clients.consumerFactory(Map.of()).createConsumer(RouterCore.GROUP, "catch-up")) {
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        Map<TopicPartition, Long> ends = consumer.endOffsets(from.keySet());
        ends.replaceAll((tp, end) -> Math.min(end, committed.getOrDefault(tp, end)));
        Merge merge = new Merge(consumer, ends);
        for (var batch = merge.next(); !batch.isEmpty(); batch = merge.next()) {
          var _ = handler.handle(batch);
          records += batch.size();
        }
      }
      log.warn("the ledger has caught up: {} records were read again", records);
    }
  }

  /** Where the ledger stands on the partitions on which it is behind. */
  static Map<TopicPartition, Long> behind(CaseLedger ledger, Map<TopicPartition, Long> committed) {
    Map<Partition, Long> recorded = ledger.positions();
    Map<TopicPartition, Long> behind = new HashMap<>();
    committed.forEach((partition, offset) -> {
      long stands =
          recorded.getOrDefault(new Partition(partition.topic(), partition.partition()), 0L);
      if (stands < offset) {
        behind.put(partition, stands);
      }
    });
    return behind;
  }

  /** The records of several partitions as one stream, by append time. */
  private static final class Merge {

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends;
    private final Map<TopicPartition, Deque<ConsumerRecord<byte[], byte[]>>> waiting =
        new HashMap<>();

    Merge(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
      this.consumer = consumer;
      this.ends = ends;
      ends.keySet().forEach(partition -> waiting.put(partition, new ArrayDeque<>()));
    }

    /** The next records; none at the end. */
    List<ConsumerRecord<byte[], byte[]>> next() {
      List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
      while (batch.size() < BATCH) {
        fill();
        Optional<Deque<ConsumerRecord<byte[], byte[]>>> earliest =
            waiting.values().stream()
                .filter(records -> !records.isEmpty())
                .min(Comparator.comparingLong(records -> records.getFirst().timestamp()));
        if (earliest.isEmpty()) {
          return batch;
        }
        batch.add(earliest.get().removeFirst());
      }
      return batch;
    }

    /** Reads until every partition shows its next record, or has none left. */
    private void fill() {
      while (waiting.entrySet().stream()
          .anyMatch(entry -> entry.getValue().isEmpty() && !isOver(entry.getKey()))) {
        // What is waiting already need not grow while another partition is read.
        consumer.pause(
            waiting.keySet().stream().filter(tp -> hasEnough(tp) || isOver(tp)).toList());
        consumer.resume(
            waiting.keySet().stream().filter(tp -> !hasEnough(tp) && !isOver(tp)).toList());
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          TopicPartition partition = new TopicPartition(record.topic(), record.partition());
          if (record.offset() < ends.getOrDefault(partition, 0L)) {
            waiting.getOrDefault(partition, new ArrayDeque<>()).add(record);
          }
        }
      }
    }

    private boolean hasEnough(TopicPartition partition) {
      return waiting.getOrDefault(partition, new ArrayDeque<>()).size() >= BATCH;
    }

    private boolean isOver(TopicPartition partition) {
      return consumer.position(partition) >= ends.getOrDefault(partition, 0L);
    }
  }
}
