package city.reception.intake.kafka;

import java.time.Duration;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes the producer know its brokers before the first request comes: that takes longer than an
 * append may block, so the first appeals after a start would be refused.
 */
@Component
final class AppendWarmUp implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(AppendWarmUp.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final KafkaAppealLog appeals;
  private volatile boolean running;

  AppendWarmUp(KafkaAppealLog appeals) {
    this.appeals = appeals;
  }

  @Override
  public void start() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    boolean known = false;
    while (!known && System.nanoTime() < deadline) {
      known = attempt();
    }
    if (!known) {
      log.warn("the brokers' addresses are not known yet; appeals are refused until they are");
    }
    running = true;
  }

  /** Waits for at most the time that an append may block. */
  private boolean attempt() {
    try {
      appeals.meetBrokers();
      return true;
    } catch (RetriableException e) {
      return false;
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the check of the topics, before the web server. */
  @Override
  public int getPhase() {
    return 0;
  }
}
