package city.reception.router.stream;

import city.reception.router.ledger.CaseLedger;
import city.reception.router.ledger.CaseLedger.Partition;
import city.reception.router.ledger.ToldNumbers;
import city.reception.starter.deadletter.Failures;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * The ledger knows where it stands: on assignment each partition is read from the smaller of
 * Kafka's committed offset and the ledger's own, so that a database restored to an earlier moment
 * reads again what it has forgotten.
 */
final class LedgerSeek implements ConsumerAwareRebalanceListener {

  private static final Logger log = LoggerFactory.getLogger(LedgerSeek.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final CaseLedger ledger;
  private final ToldNumbers told;
  private final CatchUp catchUp;
  private final List<String> inputTopics;

  LedgerSeek(CaseLedger ledger, ToldNumbers told, CatchUp catchUp, List<String> inputTopics) {
    this.ledger = ledger;
    this.told = told;
    this.catchUp = catchUp;
    this.inputTopics = List.copyOf(inputTopics);
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    if (partitions.isEmpty()) {
      return;
    }
    retrying(() -> seek(consumer, partitions));
  }

  private void seek(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> committed = committed(consumer, inputPartitions(consumer));
    if (!CatchUp.behind(ledger, committed).isEmpty()) {
      catchUp.run(committed);
    }
    told.refresh();
    Map<Partition, Long> recorded = ledger.positions();
    for (TopicPartition assigned : partitions) {
      Long offset = committed.get(assigned);
      long stands =
          recorded.getOrDefault(new Partition(assigned.topic(), assigned.partition()), 0L);
      if (offset != null && stands > offset) {
        log.info(
            "{}: the ledger stands at {}, Kafka's offset at {}: sending recorded outputs again",
            assigned,
            stands,
            offset);
      }
    }
  }

  /** Every partition of every input topic: the order among them counts, whoever reads them. */
  private Set<TopicPartition> inputPartitions(Consumer<?, ?> consumer) {
    Set<TopicPartition> partitions = new HashSet<>();
    Map<String, List<PartitionInfo>> topics = consumer.listTopics();
    for (String topic : inputTopics) {
      for (PartitionInfo partition : topics.getOrDefault(topic, List.of())) {
        partitions.add(new TopicPartition(topic, partition.partition()));
      }
    }
    return partitions;
  }

  private static Map<TopicPartition, Long> committed(
      Consumer<?, ?> consumer, Set<TopicPartition> partitions) {
    Map<TopicPartition, Long> committed = new HashMap<>();
    consumer
        .committed(partitions)
        .forEach((partition, offset) -> {
          if (offset != null) {
            committed.put(partition, offset.offset());
          }
        });
    return committed;
  }

  /** Without the ledger's word no record may be read, so there is nothing to do but wait for it. */
  private static void retrying(Runnable step) {
    while (true) {
      try {
        step.run();
        return;
      } catch (RuntimeException e) {
        if (!Failures.isTransient(e) || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        log.warn("the ledger cannot be asked where it stands: {}", Failures.describe(e));
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
