package city.reception.benchmarks.router;

import city.reception.router.RouterApplication;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** The service as it is, with all that it does beside routing; its arguments are the service's. */
final class RealRouter implements Routing {

  private final ConcurrentMessageListenerContainer<?, ?> container;

  private RealRouter(ConcurrentMessageListenerContainer<?, ?> container) {
    this.container = container;
  }

  public static void main(String[] args) throws IOException {
    SpringApplication application = new SpringApplication(RouterApplication.class);
    application.setDefaultProperties(Map.of("spring.config.name", RouterApplication.NAME));
    try (ConfigurableApplicationContext context = application.run(args)) {
      RealRouter router =
          new RealRouter(
              context.getBean("routerContainer", ConcurrentMessageListenerContainer.class));
      router.stop();
      Reins.obey(router);
    }
  }

  @Override
  public void start(int consumers) {
    container.setConcurrency(consumers);
    container.start();
  }

  @Override
  public void stop() {
    container.stop();
  }
}
