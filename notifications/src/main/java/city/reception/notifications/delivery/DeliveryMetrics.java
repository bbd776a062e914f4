package city.reception.notifications.delivery;

import city.reception.events.NoticeKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What operators see of the deliveries. */
@Component
class DeliveryMetrics {

  private static final String PREFIX = "reception.notifications.";

  private final MeterRegistry meters;
  private final Backlog backlog;
  private volatile Backlog.Size size = new Backlog.Size(0, 0, 0, 0, 0);

  DeliveryMetrics(MeterRegistry meters, Backlog backlog) {
    this.meters = meters;
    this.backlog = backlog;
    gauge("planned", Backlog.Size::planned);
    gauge("waiting", Backlog.Size::waiting);
    gauge("unknown", Backlog.Size::unknown);
    gauge("contact.missing", Backlog.Size::contactMissing);
    TimeGauge.builder(
            PREFIX + "oldest.planned", () -> size.oldestPlannedSeconds(), TimeUnit.SECONDS)
        .description("How long the oldest notice that is not sent has been there")
        .register(meters);
  }

  void count(NoticeKind kind, NoticeState outcome) {
    meters
        .counter(PREFIX + "notices", "kind", lower(kind.name()), "outcome", lower(outcome.name()))
        .increment();
  }

  @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
  void refresh() {
    size = backlog.size();
  }

  private void gauge(String name, ToDoubleFunction<Backlog.Size> value) {
    meters.gauge(PREFIX + name, this, metrics -> value.applyAsDouble(metrics.size));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
