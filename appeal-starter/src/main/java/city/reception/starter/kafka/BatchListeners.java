package city.reception.starter.kafka;

import city.reception.events.AppealId;
import city.reception.events.Topic;
import city.reception.starter.deadletter.DeadLetter;
import city.reception.starter.deadletter.Failures;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Makes the containers that feed a service's own tables. Offsets are committed after the handler
 * returned, so every record is handled at least once; the handler must stand a repeat.
 */
public final class BatchListeners {

  /** How long a record may take to be parked before the poll is tried again. */
  private static final long PARKING_SECONDS = 15;

  private static final int FETCH_BYTES = 65_536;
  private static final int FETCH_WAIT_MILLIS = 50;

  /** How long a batch in hand may take when the service stops. */
  private static final long SHUTDOWN_MILLIS = 30_000;

  private static final Logger log = LoggerFactory.getLogger(BatchListeners.class);

  private final KafkaClients clients;
  private final KafkaTemplate<byte[], byte[]> parkingTemplate;
  private final MeterRegistry meters;

  public BatchListeners(
      KafkaClients clients, ProducerFactory<byte[], byte[]> producers, MeterRegistry meters) {
    this.clients = clients;
    this.parkingTemplate = KafkaClients.template(producers);
    this.meters = meters;
  }

  /**
   * A container that reads {@code topics} in the consumer group {@code group}. Declare it as a
   * bean: the application context starts it and stops it after the batch in hand.
   */
  public ConcurrentMessageListenerContainer<byte[], byte[]> container(
      String group, Collection<? extends Topic<AppealId, ?>> topics, BatchHandler handler) {
    ContainerProperties properties =
        new ContainerProperties(topics.stream().map(Topic::name).toArray(String[]::new));
    properties.setGroupId(group);
    properties.setMessageListener(
        new IsolatingListener(handler, (record, failure) -> park(record, group, failure)));
    properties.setMissingTopicsFatal(false);
    properties.setShutdownTimeout(SHUTDOWN_MILLIS);
    ConcurrentMessageListenerContainer<byte[], byte[]> container =
        new ConcurrentMessageListenerContainer<>(
            clients.consumerFactory(
                Map.of(
                    ConsumerConfig.GROUP_ID_CONFIG,
                    group,
                    ConsumerConfig.CLIENT_ID_CONFIG,
                    group,
                    // A poll is a transaction: in a surge it should hold more than a record or two.
                    ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                    FETCH_BYTES,
                    ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                    FETCH_WAIT_MILLIS)),
            properties);
    container.setBeanName(group);
    container.setCommonErrorHandler(new DefaultErrorHandler(withoutEnd()));
    return container;
  }

  /** Pauses that grow from 200 ms to 10 s, without end. */
  public static ExponentialBackOff withoutEnd() {
    ExponentialBackOff pauses = new ExponentialBackOff(200, 2);
    pauses.setMaxInterval(10_000);
    return pauses;
  }

  private void park(
      ConsumerRecord<byte[], byte[]> record, String service, RuntimeException failure) {
    String reason = Failures.describe(failure);
    try {
      parkingTemplate
          .send(DeadLetter.of(record, service, reason))
          .get(PARKING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("a record could not be parked", e);
    }
    meters.counter("reception.dead.letters", "topic", record.topic()).increment();
    log.warn(
        "parked {}-{}@{} in its dead-letter topic: {}",
        record.topic(),
        record.partition(),
        record.offset(),
        reason);
  }
}
