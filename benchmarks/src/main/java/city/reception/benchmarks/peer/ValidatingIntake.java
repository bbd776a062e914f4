package city.reception.benchmarks.peer;

import city.reception.intake.submission.AppealLog;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Reads, validates and answers, and stores nothing: the limit of the endpoint. */
@Configuration(proxyBeanMethods = false)
public class ValidatingIntake {

  public static void main(String[] args) {
    Peers.run(ValidatingIntake.class, args);
  }

  @Bean
  @Primary
  AppealLog forgetting() {
    return event -> CompletableFuture.completedFuture(Instant.now());
  }
}
