package city.reception.notifications;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service. It is configured by {@code notifications.yaml}. */
// Thymeleaf renders mails here, not pages; the mail package sets up its own engine.
@SpringBootApplication(exclude = ThymeleafAutoConfiguration.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class NotificationsApplication {

  public static void main(String[] args) {
    application().run(args);
  }

  /** The service, ready to run. */
  public static SpringApplication application() {
    SpringApplication application = new SpringApplication(NotificationsApplication.class);
    application.setDefaultProperties(Map.of("spring.config.name", "notifications"));
    return application;
  }
}
