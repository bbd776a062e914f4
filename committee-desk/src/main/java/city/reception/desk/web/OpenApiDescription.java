package city.reception.desk.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API's description says of the whole. */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {

  @Bean
  OpenAPI deskApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Committee desk")
                .version("v1")
                .description(
                    """
                    Where a committee's staff and deputies work: the queue, the appeal with its \
                    history, and what the committee does with it. Errors are problems of RFC 9457. \
                    The desk has no sign-in in this release and listens on 127.0.0.1 only: put it \
                    behind something that knows the committee's staff before opening it further.\
                    """));
  }
}
