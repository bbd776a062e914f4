package city.reception.benchmarks.peer;

import city.reception.events.AppealReceived;
import city.reception.intake.submission.AppealLog;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.converter.ByteArrayJacksonJsonMessageConverter;
import org.springframework.modulith.events.EventExternalizationConfiguration;
import org.springframework.modulith.events.RoutingTarget;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Spring Modulith's event registry on PostgreSQL with externalisation to Kafka: accepted when the
 * transaction with the event's row is committed, sent after it, and the row deleted.
 */
@Configuration(proxyBeanMethods = false)
public class ModulithIntake {

  public static final String TOPIC = "peer.modulith";

  public static void main(String[] args) {
    Peers.run(ModulithIntake.class, args);
  }

  /** What the registry keeps and Kafka gets. */
  public record AppealAccepted(AppealReceived appeal) {}

  @Bean
  EventExternalizationConfiguration externalization() {
    return EventExternalizationConfiguration.externalizing()
        .select(AppealAccepted.class::isInstance)
        .route(
            AppealAccepted.class,
            event -> RoutingTarget.forTarget(TOPIC).andKey(event.appeal().appealId().toString()))
        .build();
  }

  /** As Spring Boot makes it where there is no other template. */
  @Bean
  KafkaTemplate<Object, Object> eventTemplate(KafkaProperties properties, JsonMapper json) {
    KafkaTemplate<Object, Object> template =
        new KafkaTemplate<>(
            new DefaultKafkaProducerFactory<>(properties.buildProducerProperties()));
    template.setMessageConverter(new ByteArrayJacksonJsonMessageConverter(json));
    return template;
  }

  @Bean
  @Primary
  AppealLog registering(ApplicationEventPublisher events, PlatformTransactionManager manager) {
    TransactionTemplate transaction = new TransactionTemplate(manager);
    return event -> {
      try {
        transaction.executeWithoutResult(
            status -> events.publishEvent(new AppealAccepted((AppealReceived) event.event())));
        return CompletableFuture.completedFuture(Instant.now());
      } catch (RuntimeException e) {
        return CompletableFuture.failedFuture(e);
      }
    };
  }
}
