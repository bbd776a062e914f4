package city.reception.intake.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.reception.events.AppealId;
import city.reception.events.AppealReceived;
import city.reception.events.Topics;
import city.reception.events.codec.EventHeaders;
import city.reception.events.codec.UndecodableException;
import city.reception.intake.submission.RecentSubmissions;
import city.reception.intake.submission.SubmissionProperties;
import city.reception.intake.trackingcode.BodyDigest;
import city.reception.starter.kafka.KafkaClients;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells {@link RecentSubmissions} what every instance appended, from the headers of {@code
 * appeals.received.v1}. Reads all partitions without a group, at start from a recent point in time.
 */
@Component
final class RecentSubmissionsFeed implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(RecentSubmissionsFeed.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final int FETCH_BYTES = 256 * 1024;
  private static final int FETCH_WAIT_MILLIS = 100;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final KafkaClients clients;
  private final RecentSubmissions recent;
  private final SubmissionProperties properties;
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private @Nullable Thread thread;

  RecentSubmissionsFeed(
      KafkaClients clients, RecentSubmissions recent, SubmissionProperties properties) {
    this.clients = clients;
    this.recent = recent;
    this.properties = properties;
  }

  /** Starts reading, and waits until what is there has been read, within the patience given. */
  @Override
  public void start() {
    Thread reader =
        Thread.ofPlatform().daemon().name("recent-submissions").unstarted(this::readWithoutEnd);
    thread = reader;
    reader.start();
    try {
      if (!caughtUp.await(properties.recentPatience().toMillis(), TimeUnit.MILLISECONDS)) {
        log.info(
            "recent submissions are still being read; until then the router alone tells a"
                + " reused key");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readWithoutEnd() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        read();
      } catch (InterruptException e) {
        return;
      } catch (RuntimeException e) {
        log.warn("recent submissions cannot be read, trying again", e);
        try {
          TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException stopped) {
          return;
        }
      }
    }
  }

  private void read() {
    try (Consumer<byte[], byte[]> consumer =
        clients
            .consumerFactory(
                Map.of(
                    ConsumerConfig.CLIENT_ID_CONFIG,
                    "appeal-intake-recent",
                    // Everything that is appended comes past here: seldom and much at a time, or
                    // it would cost a fetch for nearly every appeal.
                    ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                    FETCH_BYTES,
                    ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                    FETCH_WAIT_MILLIS))
            .createConsumer()) {
      Map<TopicPartition, Long> ends = seek(consumer);
      while (!Thread.currentThread().isInterrupted()) {
        consumer.poll(POLL).forEach(this::learn);
        if (caughtUp.getCount() > 0
            && ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
          caughtUp.countDown();
        }
      }
    }
  }

  /** Goes back as far as the window and the memory reach; answers where the partitions end. */
  private Map<TopicPartition, Long> seek(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.RECEIVED.name()).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    long since = Instant.now().minus(properties.recentWindow()).toEpochMilli();
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, since));
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, @Nullable OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
    long most = properties.recent() / partitions.size();
    ends.forEach((partition, end) -> {
      OffsetAndTimestamp from = found.get(partition);
      long start = from == null ? end : Math.max(from.offset(), end - most);
      consumer.seek(partition, start);
    });
    return ends;
  }

  private void learn(ConsumerRecord<byte[], byte[]> record) {
    try {
      String type = EventHeaders.read(record.headers(), EventHeaders.TYPE);
      String digest = EventHeaders.read(record.headers(), EventHeaders.BODY_DIGEST);
      if (type != null
          && digest != null
          && record.key() != null
          && Topics.INTAKE_EVENTS.classOf(type).filter(AppealReceived.class::equals).isPresent()) {
        recent.learn(
            AppealId.parse(new String(record.key(), UTF_8)),
            BodyDigest.parse(digest),
            Instant.ofEpochMilli(record.timestamp()));
      }
    } catch (UndecodableException | IllegalArgumentException e) {
      log.debug("{}-{} is no submission", record.partition(), record.offset(), e);
    }
  }

  @Override
  public void stop() {
    Thread reader = thread;
    if (reader == null) {
      return;
    }
    reader.interrupt();
    try {
      reader.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /** After the check of the topics, before the web server. */
  @Override
  public int getPhase() {
    return 0;
  }
}
