package city.reception.intake;

import java.time.Clock;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The intake service. Reads {@code appeal-intake.yaml}. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class IntakeApplication {

  /** Starts the service. */
  public static void main(String[] args) {
    application().run(args);
  }

  /** The application with its own configuration file, ready to run. */
  public static SpringApplication application() {
    SpringApplication application = new SpringApplication(IntakeApplication.class);
    application.setDefaultProperties(Map.of("spring.config.name", "appeal-intake"));
    return application;
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
