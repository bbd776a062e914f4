package city.reception.notifications.kafka;

import city.reception.events.Topics;
import city.reception.events.codec.Envelope;
import city.reception.events.codec.EventCodec;
import city.reception.notifications.delivery.Announcements;
import city.reception.notifications.delivery.Announcements.Announcement;
import city.reception.notifications.delivery.Announcer;
import city.reception.notifications.delivery.Loop;
import city.reception.starter.kafka.KafkaClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Publishes each outcome to {@code notifications.delivery.v1} once it is committed: at least once,
 * always under the same id and with the same bytes.
 */
@Component
class DeliveryPublisher implements Announcer, SmartLifecycle {

  private static final String SOURCE = "/" + KafkaConfiguration.GROUP;
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  /** Outcomes come by the handful, and many are published as cheaply as a few. */
  private static final Duration GATHERING = Duration.ofMillis(50);

  private final Announcements announcements;
  private final EventCodec codec;
  private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
  private final KafkaTemplate<byte[], byte[]> template;
  private final Loop loop;

  DeliveryPublisher(Announcements announcements, EventCodec codec, KafkaClients clients) {
    this.announcements = announcements;
    this.codec = codec;
    // Both together stay below idle_in_transaction_session_timeout (10 s).
    this.producers =
        clients.producerFactory(
            Map.of(
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 3000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5000,
                ProducerConfig.LINGER_MS_CONFIG, 5));
    this.template = KafkaClients.template(producers);
    this.loop = new Loop("delivery-publisher", INTERVAL, GATHERING, this::publishNext);
  }

  private boolean publishNext() {
    return announcements.publishNext(this::publish);
  }

  private void publish(List<Announcement> next) {
    List<CompletableFuture<?>> sends = new ArrayList<>();
    for (Announcement announcement : next) {
      sends.add(
          template.send(
              codec.encode(
                  Topics.NOTICE_DELIVERY,
                  new Envelope<>(
                      announcement.id(),
                      SOURCE,
                      announcement.at(),
                      announcement.event(),
                      announcement.traceparent()))));
    }
    try {
      CompletableFuture.allOf(sends.toArray(CompletableFuture<?>[]::new)).join();
    } catch (CompletionException e) {
      throw new KafkaException("outcomes could not be published", e);
    }
  }

  @Override
  public void wake() {
    loop.wake();
  }

  @Override
  public void start() {
    loop.start();
  }

  @Override
  public void stop() {
    loop.stop();
    producers.destroy();
  }

  @Override
  public boolean isRunning() {
    return loop.isRunning();
  }

  /** Ahead of the deliveries, and so stopped after them. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 2000;
  }
}
