package city.reception.desk.queue;

import city.reception.events.CommitteeId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Shows the length of each served committee's queue. Counts at most once in 15 seconds. */
@Component
class QueueSizes implements MeterBinder {

  private static final Duration KEPT = Duration.ofSeconds(15);
  private static final Logger log = LoggerFactory.getLogger(QueueSizes.class);

  private final QueueReader queue;
  private final ServedCommittees served;
  private Map<CommitteeId, Long> counted = Map.of();
  private long staleAt = System.nanoTime();

  QueueSizes(QueueReader queue, ServedCommittees served) {
    this.queue = queue;
    this.served = served;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (CommitteeId committee : served.ids()) {
      Gauge.builder("reception.desk.queue.size", this, sizes -> sizes.of(committee))
          .description("Appeals that await an answer")
          .tag("committee", committee.slug())
          .register(registry);
    }
  }

  private synchronized double of(CommitteeId committee) {
    if (System.nanoTime() - staleAt >= 0) {
      staleAt = System.nanoTime() + KEPT.toNanos();
      try {
        counted = queue.sizes();
      } catch (DataAccessException e) {
        log.debug("the queues could not be counted; the last count is shown", e);
      }
    }
    return counted.getOrDefault(committee, 0L);
  }
}
