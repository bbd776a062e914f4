package city.reception.benchmarks.peer;

import city.reception.intake.IntakeApplication;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/** Runs intake with one bean more. */
final class Peers {

  private Peers() {}

  static void run(Class<?> peer, String[] args) {
    SpringApplication application = new SpringApplication(IntakeApplication.class, peer);
    application.setDefaultProperties(Map.of("spring.config.name", "appeal-intake"));
    application.run(args);
  }
}
