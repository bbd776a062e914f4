package city.reception.notifications.kafka;

import city.reception.events.Topics;
import city.reception.starter.kafka.BatchListeners;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

  /** The consumer group, and what its events name as their source. */
  static final String GROUP = "notifications";

  @Bean
  ConcurrentMessageListenerContainer<byte[], byte[]> notificationsListener(
      BatchListeners listeners, BatchIntake intake) {
    return listeners.container(
        GROUP, List.of(Topics.RECEIVED, Topics.STATUS_CHANGED, Topics.REPLY), intake);
  }
}
