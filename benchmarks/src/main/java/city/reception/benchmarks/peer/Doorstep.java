package city.reception.benchmarks.peer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The same web server, which answers 202 and does nothing: the limit of the server. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
public class Doorstep {

  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(Doorstep.class);
    application.setDefaultProperties(
        java.util.Map.of(
            "spring.config.name", "doorstep",
            "spring.threads.virtual.enabled", "true",
            "spring.flyway.enabled", "false"));
    application.run(args);
  }

  @PostMapping("/api/v1/appeals")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void accept() {}
}
