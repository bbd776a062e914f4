package city.reception.local.deadletters;

import city.reception.events.Topic;
import city.reception.events.Topics;
import city.reception.local.deadletters.ParkedRecord.Source;
import city.reception.local.kafka.TopicReader;
import city.reception.starter.deadletter.DeadLetter;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The parked records of an installation. A record is open until somebody has replayed or discarded
 * it. A replay and the word of it are one transaction of Kafka: neither is there without the other,
 * and of two operators who try at once the second is refused.
 */
public final class DeadLetters {

  private static final Pattern DEAD_LETTER_TOPIC =
      Pattern.compile(".*" + Pattern.quote(Topic.DEAD_LETTER_SUFFIX));
  private static final String TRANSACTIONAL_ID = "operations.dead-letters";

  private final String bootstrapServers;
  private final Clock clock;
  private final ActLog log = new ActLog();

  /** The parked records on the brokers at {@code bootstrapServers}. */
  public DeadLetters(String bootstrapServers, Clock clock) {
    this.bootstrapServers = bootstrapServers;
    this.clock = clock;
  }

  /** What nobody has dealt with yet, by topic and in order. */
  public List<ParkedRecord> open() {
    try (TopicReader reader = new TopicReader(bootstrapServers)) {
      Set<String> done = new HashSet<>();
      reader.read(List.of(ActLog.TOPIC), record -> done.add(log.decode(record).identity()));
      Map<String, ParkedRecord> open = new LinkedHashMap<>();
      reader.read(
          reader.topics(DEAD_LETTER_TOPIC),
          record -> {
            ParkedRecord parked = ParkedRecord.of(record);
            if (!done.contains(parked.identity())) {
              open.putIfAbsent(parked.identity(), parked);
            }
          });
      return open.values().stream().sorted(Comparator.comparing(ParkedRecord::topic)).toList();
    }
  }

  /** The record itself, with what it says. */
  public Optional<ConsumerRecord<byte[], byte[]>> record(ParkedRecord parked) {
    try (TopicReader reader = new TopicReader(bootstrapServers)) {
      return reader.readOne(parked.topic(), parked.offset());
    }
  }

  /**
   * Appends each chosen record again to the partition it came from, as it was.
   *
   * @return what was done
   * @throws IllegalStateException when one does not say where it came from, or another operator
   *     acts at the same time; then nothing was done with the record in hand and those after it
   */
  public List<Act> replay(Predicate<ParkedRecord> chosen, String actor, @Nullable String reason) {
    return act(Act.Kind.REPLAYED, chosen, actor, reason);
  }

  /** Notes of each chosen record that it is to be left where it is. */
  public List<Act> discard(Predicate<ParkedRecord> chosen, String actor, String reason) {
    return act(Act.Kind.DISCARDED, chosen, actor, reason);
  }

  private List<Act> act(
      Act.Kind kind, Predicate<ParkedRecord> chosen, String actor, @Nullable String reason) {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      // From here on any other operator's transaction fails, so what is open now stays open.
      producer.initTransactions();
      List<ParkedRecord> records = open().stream().filter(chosen).toList();
      if (records.isEmpty()) {
        return List.of();
      }
      try (Admin admin =
          Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
        ActLog.ensure(admin, records.getFirst().topic());
      }
      return records.stream().map(parked -> act(producer, kind, parked, actor, reason)).toList();
    }
  }

  private Act act(
      KafkaProducer<byte[], byte[]> producer,
      Act.Kind kind,
      ParkedRecord parked,
      String actor,
      @Nullable String reason) {
    Act act = new Act(kind, parked.id(), parked.identity(), actor, reason, clock.instant());
    List<ProducerRecord<byte[], byte[]>> records =
        switch (kind) {
          case REPLAYED -> List.of(original(parked), log.encode(act));
          case DISCARDED -> List.of(log.encode(act));
        };
    producer.beginTransaction();
    try {
      records.forEach(record -> send(producer, record));
      producer.commitTransaction();
      return act;
    } catch (RuntimeException e) {
      abort(producer, e);
      throw e;
    }
  }

  private ProducerRecord<byte[], byte[]> original(ParkedRecord parked) {
    Source source = parked.source();
    if (source == null) {
      throw new IllegalStateException(
          parked.id() + " does not say where it came from, so it can only be discarded");
    }
    ConsumerRecord<byte[], byte[]> record =
        record(parked)
            .orElseThrow(() -> new IllegalStateException(parked.id() + " is no longer kept"));
    ProducerRecord<byte[], byte[]> original =
        new ProducerRecord<>(source.topic(), source.partition(), record.key(), record.value());
    record
        .headers()
        .forEach(header -> {
          if (!header.key().startsWith(DeadLetter.PREFIX)) {
            original.headers().add(header);
          }
        });
    return original;
  }

  private static void abort(KafkaProducer<byte[], byte[]> producer, RuntimeException failure) {
    try {
      producer.abortTransaction();
    } catch (KafkaException e) {
      // Another operator's producer has aborted it already.
      failure.addSuppressed(e);
    }
  }

  private static void send(
      KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka does not take it: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            TRANSACTIONAL_ID,
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            Topics.MAX_DEAD_LETTER_BYTES,
            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
            10_000),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
