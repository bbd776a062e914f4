package city.reception.router.stream;

import city.reception.starter.deadletter.Failures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ContainerProperties.EOSMode;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;

/**
 * Reads on from the committed offsets when a transaction failed. Its commit may have been carried
 * out although its answer never came, because the broker died or this process stood still: to read
 * the same records again would send their outputs twice. The offsets were sent with the outputs,
 * and a consumer is not told where it stands before the transaction that holds them is over, so
 * they tell what became of it.
 */
final class CommittedSeek extends DefaultAfterRollbackProcessor<byte[], byte[]> {

  private static final Logger log = LoggerFactory.getLogger(CommittedSeek.class);
  private static final long PAUSE_NANOS = 200_000_000;

  CommittedSeek(BackOff pauses) {
    super(pauses);
  }

  @Override
  public void process(
      List<ConsumerRecord<byte[], byte[]>> records,
      Consumer<byte[], byte[]> consumer,
      @Nullable MessageListenerContainer container,
      Exception failure,
      boolean recoverable,
      EOSMode mode) {
    super.process(records, consumer, container, failure, recoverable, mode);
    Map<TopicPartition, Long> first = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      first.merge(
          new TopicPartition(record.topic(), record.partition()), record.offset(), Math::min);
    }
    first.keySet().retainAll(consumer.assignment());
    committed(consumer, first.keySet(), container)
        .forEach((partition, offset) -> {
          long from = first.getOrDefault(partition, 0L);
          if (offset != null && offset.offset() > from) {
            log.warn(
                "{}: a transaction called failed was carried out; reading on from {}, not from {}",
                partition,
                offset.offset(),
                from);
            consumer.seek(partition, offset);
          }
        });
  }

  /** Without an answer no record may be read, so there is nothing to do but ask again. */
  private static Map<TopicPartition, OffsetAndMetadata> committed(
      Consumer<byte[], byte[]> consumer,
      Set<TopicPartition> partitions,
      @Nullable MessageListenerContainer container) {
    while (container == null || container.isRunning()) {
      try {
        return consumer.committed(partitions);
      } catch (InterruptException e) {
        throw e;
      } catch (KafkaException e) {
        log.warn("Kafka cannot be asked what was committed: {}", Failures.describe(e));
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
    return Map.of();
  }
}
