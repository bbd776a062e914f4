package city.reception.starter;

import city.reception.events.Topics;
import city.reception.events.codec.EventCodec;
import city.reception.starter.committees.Committees;
import city.reception.starter.committees.CommitteesFile;
import city.reception.starter.committees.CommitteesProperties;
import city.reception.starter.health.KafkaHealthIndicator;
import city.reception.starter.kafka.BatchListeners;
import city.reception.starter.kafka.KafkaClients;
import city.reception.starter.topics.TopicCheck;
import city.reception.starter.topics.TopicsProperties;
import city.reception.starter.traces.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.MessageListenerContainer;

/** What every service of the reception has. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@EnableConfigurationProperties({
  CommitteesProperties.class,
  TopicsProperties.class,
  KafkaProperties.class
})
public class ReceptionAutoConfiguration {

  @Bean
  EventCodec eventCodec() {
    return new EventCodec();
  }

  @Bean
  Committees committees(CommitteesProperties properties) {
    return CommitteesFile.read(properties.location());
  }

  @Bean
  KafkaClients kafkaClients(
      KafkaProperties properties,
      KafkaConnectionDetails connection,
      ObjectProvider<MeterRegistry> meters) {
    return new KafkaClients(properties, connection, meters.getIfAvailable());
  }

  @Bean
  ProducerFactory<byte[], byte[]> producerFactory(KafkaClients clients) {
    return clients.producerFactory(Map.of());
  }

  @Bean
  ConsumerFactory<byte[], byte[]> consumerFactory(KafkaClients clients) {
    return clients.consumerFactory(Map.of());
  }

  /** Spring Boot's own would ask for a producer of objects. */
  @Bean
  KafkaTemplate<byte[], byte[]> kafkaTemplate(ProducerFactory<byte[], byte[]> producers) {
    return KafkaClients.template(producers);
  }

  @Bean
  BatchListeners batchListeners(
      KafkaClients clients, ProducerFactory<byte[], byte[]> producers, MeterRegistry meters) {
    return new BatchListeners(clients, producers, meters);
  }

  @Bean(destroyMethod = "close")
  Admin receptionAdmin(KafkaClients clients) {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            clients.bootstrapServers(),
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            10_000,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            5_000));
  }

  @Bean
  Traces traces(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
    return new Traces(tracer.getIfAvailable(), propagator.getIfAvailable());
  }

  @Bean
  HealthIndicator kafkaHealthIndicator(
      Admin receptionAdmin, ObjectProvider<MessageListenerContainer> listeners) {
    return new KafkaHealthIndicator(receptionAdmin, listeners.orderedStream().toList());
  }

  @Bean
  SmartLifecycle topicCheck(TopicsProperties properties, Committees committees, Admin admin) {
    return new CheckBeforeListening(
        new TopicCheck(properties, Topics.all(committees.ids())), admin);
  }

  /** Runs the check ahead of every listener and of the web server. */
  private static final class CheckBeforeListening implements SmartLifecycle {

    private final TopicCheck check;
    private final Admin admin;
    private volatile boolean running;

    CheckBeforeListening(TopicCheck check, Admin admin) {
      this.check = check;
      this.admin = admin;
    }

    @Override
    public void start() {
      check.run(admin);
      running = true;
    }

    @Override
    public void stop() {
      running = false;
    }

    @Override
    public boolean isRunning() {
      return running;
    }

    @Override
    public int getPhase() {
      return Integer.MIN_VALUE;
    }
  }
}
