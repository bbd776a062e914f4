package city.reception.benchmarks.load;

import city.reception.benchmarks.harness.KafkaClients;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** An ordinary consumer that notes when it could read each appeal. */
public final class Reader implements AutoCloseable {

  private static final long LONGEST_MICROS = Duration.ofMinutes(10).toNanos() / 1000;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<UUID, Long> readAt = new ConcurrentHashMap<>();
  private final CountDownLatch positioned = new CountDownLatch(1);
  private final Thread thread;

  /** Starts at the end of {@code topic}, and returns when it stands there. */
  public Reader(String bootstrapServers, String topic) throws InterruptedException {
    consumer = KafkaClients.consumer(bootstrapServers, Map.of());
    thread = Thread.ofPlatform().daemon().name("reader").start(() -> read(topic));
    positioned.await();
  }

  private void read(String topic) {
    try (consumer) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.endOffsets(partitions).forEach(consumer::seek);
      positioned.countDown();
      while (true) {
        var records = consumer.poll(Duration.ofSeconds(1));
        long now = System.nanoTime();
        records.forEach(record -> readAt.put(TopicEnd.appeal(record).value(), now));
      }
    } catch (WakeupException e) {
      // It was closed.
    } finally {
      positioned.countDown();
    }
  }

  /** Waits until that many were read. */
  public void await(int expected, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (readAt.size() < expected && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** From each 202 to when that appeal was read, in microseconds; 0 where it was read before. */
  public Histogram delays(Outcome outcome) {
    Histogram delays = new Histogram(LONGEST_MICROS, 3);
    Map<UUID, Long> read = new HashMap<>(readAt);
    BitSet accepted = outcome.accepted();
    for (int i = accepted.nextSetBit(0); i >= 0; i = accepted.nextSetBit(i + 1)) {
      Long at = read.get(outcome.keys().appeal(i).value());
      if (at != null) {
        long micros = (at - outcome.acceptedAt()[i]) / 1000;
        delays.recordValue(Math.clamp(micros, 0, LONGEST_MICROS));
      }
    }
    return delays;
  }

  @Override
  public void close() throws InterruptedException {
    consumer.wakeup();
    thread.join();
  }
}
