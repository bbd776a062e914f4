package city.reception.testing;

import java.util.List;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives a test's application context a broker and a database of its own. Import it. */
@TestConfiguration(proxyBeanMethods = false)
public class RealServers {

  @Bean(destroyMethod = "close")
  TestKafka testKafka() {
    return TestKafka.start();
  }

  @Bean
  TestPostgres.Database testDatabase() {
    return TestPostgres.freshDatabase();
  }

  @Bean
  KafkaConnectionDetails kafkaConnectionDetails(TestKafka kafka) {
    return () -> List.of(kafka.bootstrapServers());
  }

  @Bean
  JdbcConnectionDetails jdbcConnectionDetails(TestPostgres.Database database) {
    return new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return database.user();
      }

      @Override
      public String getPassword() {
        return database.password();
      }

      @Override
      public String getJdbcUrl() {
        return database.url();
      }
    };
  }
}
