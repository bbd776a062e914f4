package city.reception.intake.web;

import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets the web server have at most {@code server.tomcat.threads.max} requests in hand. See ADR 15.
 */
@Configuration(proxyBeanMethods = false)
class RequestThreads {

  /** Comes after Spring Boot's own, which would give every connection a thread at once. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedRequests(
      TomcatServerProperties properties) {
    int most = properties.getThreads().getMax();
    return factory ->
        factory.addProtocolHandlerCustomizers(
            handler -> handler.setExecutor(new BoundedThreads("request", most)));
  }
}
