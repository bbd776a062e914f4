package city.reception.intake.kafka;

import city.reception.events.Topics;
import city.reception.starter.kafka.BatchListeners;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

@Configuration(proxyBeanMethods = false)
class FeedsConfiguration {

  @Bean
  ConcurrentMessageListenerContainer<byte[], byte[]> trackingListener(
      BatchListeners listeners, TrackingFeed feed) {
    return listeners.container(
        "appeal-intake-tracking",
        List.of(Topics.STATUS_CHANGED, Topics.REPLY, Topics.NOTICE_DELIVERY),
        feed);
  }
}
