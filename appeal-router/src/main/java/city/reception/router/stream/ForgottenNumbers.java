package city.reception.router.stream;

import city.reception.events.AppealId;
import city.reception.events.CaseRegistered;
import city.reception.events.RegistrationNumber;
import city.reception.events.Topics;
import city.reception.events.codec.EventCodec;
import city.reception.events.codec.UndecodableException;
import city.reception.router.ledger.CaseLedger.Partition;
import city.reception.router.ledger.ToldNumbers;
import city.reception.starter.kafka.KafkaClients;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After the database was restored to an earlier moment, reads back from the log which numbers were
 * published for appeals that the ledger no longer knows.
 */
final class ForgottenNumbers {

  private static final Logger log = LoggerFactory.getLogger(ForgottenNumbers.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaClients clients;
  private final EventCodec codec;
  private final ToldNumbers told;

  ForgottenNumbers(KafkaClients clients, EventCodec codec, ToldNumbers told) {
    this.clients = clients;
    this.codec = codec;
    this.told = told;
  }

  /** Reads back what concerns partitions of which the ledger has forgotten something. */
  void readBack(Collection<Partition> forgotten) {
    Instant since = told.forgottenSince(forgotten);
    log.warn("reading back the registration numbers published since {}", since);
    int found = 0;
    try (Consumer<byte[], byte[]> consumer =
        clients.consumerFactory(Map.of()).createConsumer(RouterCore.GROUP, "read-back")) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.STATUS_CHANGED.name()).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      seek(consumer, partitions, ends, since);
      while (partitions.stream()
          .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
        Map<AppealId, RegistrationNumber> numbers = new HashMap<>();
        consumer.poll(POLL).forEach(record -> collect(record, numbers));
        if (!numbers.isEmpty()) {
          told.remember(numbers);
          found += numbers.size();
        }
      }
    }
    log.warn("{} registration numbers were read back", found);
  }

  private static void seek(
      Consumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions,
      Map<TopicPartition, Long> ends,
      Instant since) {
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> offsets = consumer.offsetsForTimes(times);
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp offset = offsets.get(partition);
      consumer.seek(partition, offset == null ? ends.getOrDefault(partition, 0L) : offset.offset());
    }
  }

  private void collect(
      ConsumerRecord<byte[], byte[]> record, Map<AppealId, RegistrationNumber> numbers) {
    try {
      if (codec.decode(Topics.STATUS_CHANGED, record).event() instanceof CaseRegistered event) {
        numbers.put(event.appealId(), event.summary().registrationNumber());
      }
    } catch (UndecodableException e) {
      log.warn("a record of our own cannot be read back: {}", e.getMessage());
    }
  }
}
