package city.reception.benchmarks.router;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.reception.benchmarks.harness.Account;
import city.reception.benchmarks.harness.Alternative;
import city.reception.benchmarks.harness.KafkaClients;
import city.reception.benchmarks.harness.Reading;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Appeals at an even rate, whether or not the earlier ones are done; each one's time is from the
 * acknowledgement of its record until a committee that reads committed records has it.
 */
final class LatencyTurn implements Alternative {

  static final String P50 = "p50 ms";
  static final String P99 = "p99 ms";

  private static final Duration POLL = Duration.ofMillis(5);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SETTLING = Duration.ofSeconds(2);
  private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(5);

  private final Contestant contestant;
  private final String bootstrapServers;
  private final InputLog log;
  private final AppealRecords appeals;
  private final int rate;

  LatencyTurn(
      Contestant contestant,
      String bootstrapServers,
      InputLog log,
      AppealRecords appeals,
      int rate) {
    this.contestant = contestant;
    this.bootstrapServers = bootstrapServers;
    this.log = log;
    this.appeals = appeals;
    this.rate = rate;
  }

  @Override
  public String name() {
    return "%,d appeals/s".formatted(rate);
  }

  @Override
  public Reading run(Duration time) throws Exception {
    Map<TopicPartition, Long> begin = log.inputEnds();
    Map<TopicPartition, Long> outputs = log.ends(contestant.outputs());
    log.moveGroup(contestant.group(), begin);
    contestant.ledger().prepare(begin);
    contestant.process().startRouting(contestant.consumers());
    try (KafkaProducer<byte[], byte[]> producer = producer();
        KafkaConsumer<byte[], byte[]> committee = committee()) {
      committee.assign(outputs.keySet());
      outputs.forEach(committee::seek);
      awaitMembers(producer, committee);
      return measure(time, producer, committee);
    } finally {
      contestant.process().stopRouting();
    }
  }

  /** The group has formed when a first appeal has gone through it; that one does not count. */
  private void awaitMembers(
      KafkaProducer<byte[], byte[]> producer, KafkaConsumer<byte[], byte[]> committee) {
    var _ = producer.send(appeals.next());
    producer.flush();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    boolean arrived = false;
    while (!arrived) {
      arrived = !committee.poll(POLL).isEmpty();
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the router does not begin");
      }
    }
    LockSupport.parkNanos(SETTLING.toNanos());
  }

  private Reading measure(
      Duration time,
      KafkaProducer<byte[], byte[]> producer,
      KafkaConsumer<byte[], byte[]> committee)
      throws InterruptedException {
    int count = Math.max(1, (int) (rate * time.toSeconds()));
    Map<String, Long> accepted = new ConcurrentHashMap<>();
    Map<String, Long> routed = new HashMap<>();
    long doubled = 0;
    Thread sender = Thread.ofPlatform().name("sender").start(() -> send(count, accepted, producer));
    long deadline = System.nanoTime() + time.plus(PATIENCE).toNanos();
    while (routed.size() < count && System.nanoTime() < deadline) {
      for (var record : committee.poll(POLL)) {
        String key = new String(record.key(), UTF_8);
        doubled += routed.put(key, System.nanoTime()) == null ? 0 : 1;
      }
    }
    sender.join();
    Histogram micros = new Histogram(LONGEST_MICROS, 3);
    accepted.forEach((key, at) -> {
      Long arrived = routed.get(key);
      if (arrived != null) {
        // The acknowledgement may be handed out after the routed record was.
        micros.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(arrived - at)));
      }
    });
    return Reading.of(new Account(count, count - Math.min(count, routed.size()), doubled, 0))
        .with(P50, micros.getValueAtPercentile(50) / 1000.0)
        .with(P99, micros.getValueAtPercentile(99) / 1000.0)
        .with("max ms", micros.getMaxValue() / 1000.0);
  }

  private void send(int count, Map<String, Long> accepted, KafkaProducer<byte[], byte[]> producer) {
    List<ProducerRecord<byte[], byte[]>> records = appeals.next(count);
    long begin = System.nanoTime();
    for (int i = 0; i < count; i++) {
      ProducerRecord<byte[], byte[]> record = records.get(i);
      String key = new String(record.key(), UTF_8);
      long due = begin + TimeUnit.SECONDS.toNanos(i) / rate;
      LockSupport.parkNanos(due - System.nanoTime());
      var _ =
          producer.send(
              record,
              (metadata, failure) -> {
                if (failure == null) {
                  accepted.put(key, System.nanoTime());
                }
              });
    }
    producer.flush();
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return KafkaClients.producer(bootstrapServers, Map.of(ProducerConfig.LINGER_MS_CONFIG, 0));
  }

  private KafkaConsumer<byte[], byte[]> committee() {
    return KafkaClients.consumer(bootstrapServers, Map.of());
  }
}
