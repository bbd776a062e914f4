package city.reception.router.stream;

import city.reception.router.ledger.CaseLedger;
import city.reception.router.ledger.CaseLedger.Partition;
import city.reception.router.ledger.ToldNumbers;
import city.reception.starter.deadletter.Failures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
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
  private final ForgottenNumbers forgotten;

  LedgerSeek(CaseLedger ledger, ToldNumbers told, ForgottenNumbers forgotten) {
    this.ledger = ledger;
    this.told = told;
    this.forgotten = forgotten;
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    if (partitions.isEmpty()) {
      return;
    }
    retrying(() -> seek(consumer, partitions));
  }

  private void seek(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    Map<Partition, Long> recorded = ledger.positions();
    Map<TopicPartition, OffsetAndMetadata> committed =
        consumer.committed(new HashSet<>(partitions));
    List<Partition> behind = new ArrayList<>();
    for (TopicPartition assigned : partitions) {
      OffsetAndMetadata offset = committed.get(assigned);
      Partition partition = new Partition(assigned.topic(), assigned.partition());
      long ledgerOffset = recorded.getOrDefault(partition, 0L);
      if (offset != null && ledgerOffset < offset.offset()) {
        log.warn(
            "{}: the ledger stands at {}, Kafka's offset at {}: reading again from the ledger's",
            assigned,
            ledgerOffset,
            offset.offset());
        consumer.seek(assigned, ledgerOffset);
        behind.add(partition);
      } else if (offset != null && ledgerOffset > offset.offset()) {
        log.info(
            "{}: the ledger stands at {}, Kafka's offset at {}: sending recorded outputs again",
            assigned,
            ledgerOffset,
            offset.offset());
      }
    }
    if (!behind.isEmpty()) {
      forgotten.readBack(behind);
    }
    told.refresh();
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
