package city.reception.desk;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the desk. It has no sign-in of its own in this release and therefore listens on 127.0.0.1;
 * whoever opens it further puts it behind something that knows the committee's staff.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DeskApplication {

  public static void main(String[] args) {
    application().run(args);
  }

  /** The desk, ready to run. It is configured by {@code committee-desk.yaml}. */
  public static SpringApplication application() {
    SpringApplication application = new SpringApplication(DeskApplication.class);
    application.setDefaultProperties(Map.of("spring.config.name", "committee-desk"));
    return application;
  }
}
