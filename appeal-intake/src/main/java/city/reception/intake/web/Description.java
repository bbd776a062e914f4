package city.reception.intake.web;

import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** The description of the interface, as springdoc serves it: what {@code openapi.yaml} says. */
@Configuration(proxyBeanMethods = false)
class Description {

  @Bean
  OpenAPI openApi() throws IOException {
    try (InputStream in = new ClassPathResource("openapi/appeal-intake.yaml").getInputStream()) {
      return Yaml31.mapper().readValue(in, OpenAPI.class);
    }
  }
}
