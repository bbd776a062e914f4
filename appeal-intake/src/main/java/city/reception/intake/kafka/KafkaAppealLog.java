package city.reception.intake.kafka;

import city.reception.events.IntakeEvent;
import city.reception.events.Topics;
import city.reception.events.codec.Envelope;
import city.reception.events.codec.EventCodec;
import city.reception.intake.submission.AppealLog;
import city.reception.starter.kafka.KafkaClients;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.stereotype.Component;

/** Appends to {@code appeals.received.v1}, acknowledged by all in-sync replicas. */
@Component
final class KafkaAppealLog implements AppealLog, DisposableBean {

  private static final int BATCH_BYTES = 128 * 1024;
  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final Duration METADATA_KEPT = Duration.ofDays(7);
  private static final long LOOK_MILLIS = 250;

  private final EventCodec codec;
  private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
  private final Duration longest;

  /**
   * What waits for an acknowledgement, the oldest first. All may wait equally long, so one look at
   * the oldest now and then does for all of them; a timer of each one's own would cost two threads
   * a switch for every appeal.
   */
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();

  private volatile boolean closed;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("acknowledgements").factory());

  KafkaAppealLog(KafkaClients clients, EventCodec codec, IntakeKafkaProperties properties) {
    this.codec = codec;
    this.longest = properties.deliveryTimeout().plus(GRACE);
    this.producers =
        clients.producerFactory(
            Map.of(
                ProducerConfig.CLIENT_ID_CONFIG,
                "appeal-intake",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                properties.maxBlock().toMillis(),
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(properties.deliveryTimeout().toMillis()),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(properties.requestTimeout().toMillis()),
                ProducerConfig.LINGER_MS_CONFIG,
                properties.linger().toMillis(),
                ProducerConfig.BATCH_SIZE_CONFIG,
                BATCH_BYTES,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                properties.buffer().toBytes(),
                // A quiet night must not make the first appeal of the morning wait for metadata.
                ProducerConfig.METADATA_MAX_IDLE_CONFIG,
                METADATA_KEPT.toMillis()));
    ScheduledFuture<?> _ =
        clock.scheduleWithFixedDelay(
            this::giveUpOverdue, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public CompletableFuture<Instant> append(Envelope<IntakeEvent> event) {
    if (closed) {
      return CompletableFuture.failedFuture(
          new NotAppendedException(new IllegalStateException("the service has stopped")));
    }
    Acknowledgement acknowledgement = new Acknowledgement(Thread.currentThread());
    try {
      Future<RecordMetadata> _ =
          producers.createProducer().send(codec.encode(Topics.RECEIVED, event), acknowledgement);
    } catch (RuntimeException e) {
      acknowledgement.future.completeExceptionally(new NotAppendedException(e));
    }
    // The producer's own time runs only once it has its id from a broker; nobody waits for longer.
    if (!acknowledgement.future.isDone()) {
      waiting.add(new Waiting(acknowledgement.future, System.nanoTime() + longest.toNanos()));
    }
    return acknowledgement.future;
  }

  /**
   * What waits for its acknowledgement.
   *
   * @param deadline on the clock of {@link System#nanoTime}
   */
  private record Waiting(CompletableFuture<Instant> future, long deadline) {}

  private void giveUpOverdue() {
    long now = System.nanoTime();
    for (Waiting oldest = waiting.peek();
        oldest != null && (oldest.future.isDone() || oldest.deadline - now <= 0);
        oldest = waiting.peek()) {
      waiting.remove();
      oldest.future.completeExceptionally(new TimeoutException());
    }
  }

  /**
   * Tells what was never taken over (no room, no known broker) from what was: the producer reports
   * the first on the caller's own thread, and the second on its own.
   */
  private static final class Acknowledgement implements Callback {

    private final CompletableFuture<Instant> future = new CompletableFuture<>();
    private final Thread caller;

    Acknowledgement(Thread caller) {
      this.caller = caller;
    }

    @Override
    public void onCompletion(RecordMetadata metadata, @Nullable Exception failure) {
      if (failure == null) {
        future.complete(Instant.ofEpochMilli(metadata.timestamp()));
      } else if (Thread.currentThread() == caller || failure instanceof RecordTooLargeException) {
        future.completeExceptionally(new NotAppendedException(failure));
      } else {
        future.completeExceptionally(failure);
      }
    }
  }

  /** Learns where the topic's partitions are, within the time that an append may block. */
  void meetBrokers() {
    List<PartitionInfo> _ = producers.createProducer().partitionsFor(Topics.RECEIVED.name());
  }

  /** Sends what is still on its way, and waits for it. */
  @Override
  public void destroy() {
    closed = true;
    try {
      producers.destroy();
    } finally {
      List<Runnable> _ = clock.shutdownNow();
      waiting.forEach(late -> late.future.completeExceptionally(new TimeoutException()));
    }
  }
}
