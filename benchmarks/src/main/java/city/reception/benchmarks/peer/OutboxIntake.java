package city.reception.benchmarks.peer;

import city.reception.events.Topics;
import city.reception.events.codec.EventCodec;
import city.reception.intake.submission.AppealLog;
import city.reception.starter.kafka.KafkaClients;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A transactional outbox written with care: accepted when the row is committed; a relay takes rows
 * in batches, sends them and deletes them.
 */
@Configuration(proxyBeanMethods = false)
public class OutboxIntake {

  public static final String TOPIC = "peer.outbox";

  private static final String INSERT = "INSERT INTO outbox (key, value) VALUES (?, ?)";

  public static void main(String[] args) {
    Peers.run(OutboxIntake.class, args);
  }

  @Bean
  @Primary
  AppealLog outbox(DataSource database, EventCodec codec, OutboxRelay relay) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    return event -> {
      ProducerRecord<byte[], byte[]> record = codec.encode(Topics.RECEIVED, event);
      try {
        jdbc.update(INSERT, record.key(), record.value());
        relay.wake();
        return CompletableFuture.completedFuture(Instant.now());
      } catch (DataAccessException e) {
        return CompletableFuture.failedFuture(e);
      }
    };
  }

  @Bean
  OutboxRelay outboxRelay(DataSource database, KafkaClients clients) {
    return new OutboxRelay(
        database,
        clients
            .producerFactory(
                Map.of(
                    ProducerConfig.BATCH_SIZE_CONFIG,
                    128 * 1024,
                    ProducerConfig.LINGER_MS_CONFIG,
                    1))
            .createProducer());
  }
}
