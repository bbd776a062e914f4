package city.reception.starter.health;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Up while the brokers answer and every listener of this service runs. */
public final class KafkaHealthIndicator extends AbstractHealthIndicator {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final Admin admin;
  private final Collection<MessageListenerContainer> listeners;

  public KafkaHealthIndicator(Admin admin, Collection<MessageListenerContainer> listeners) {
    super("Kafka did not answer");
    this.admin = admin;
    this.listeners = listeners;
  }

  @Override
  protected void doHealthCheck(Health.Builder health)
      throws InterruptedException, ExecutionException, TimeoutException {
    int brokers =
        admin.describeCluster().nodes().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).size();
    long stopped =
        listeners.stream()
            .filter(listener -> !listener.isInExpectedState() || !listener.isRunning())
            .count();
    (stopped == 0 ? health.up() : health.down())
        .withDetail("brokers", brokers)
        .withDetail("listeners", listeners.size())
        .withDetail("listenersStopped", stopped);
  }
}
