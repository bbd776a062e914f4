package city.reception.router.models;

import city.reception.events.RoutingDecision;
import city.reception.router.routing.Appeal;
import city.reception.router.routing.RoutingPolicy;
import city.reception.starter.deadletter.Failures;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A model on trial. The first time that it fails is the last time that this router asks it. */
public final class Shadow {

  private static final Logger log = LoggerFactory.getLogger(Shadow.class);

  private final RoutingPolicy policy;
  private final AtomicBoolean dropped = new AtomicBoolean();

  Shadow(RoutingPolicy policy) {
    this.policy = policy;
  }

  String version() {
    return policy.classifierVersion();
  }

  Optional<RoutingDecision> route(Appeal appeal) {
    if (dropped.get()) {
      return Optional.empty();
    }
    try {
      return Optional.of(policy.route(appeal));
    } catch (RuntimeException | StackOverflowError e) {
      if (dropped.compareAndSet(false, true)) {
        log.warn(
            "the shadow model {} failed and is asked no more: {}", version(), Failures.describe(e));
      }
      return Optional.empty();
    }
  }
}
