package city.reception.router.stream;

import city.reception.events.TimerDue;
import city.reception.events.Topics;
import city.reception.events.codec.Envelope;
import city.reception.events.codec.EventCodec;
import city.reception.router.RouterProperties;
import city.reception.router.timers.DueTimers;
import city.reception.starter.deadletter.Failures;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Appends due timers to the log. Processing the signal removes the timer; a signal that was lost on
 * the way is appended again when the lease is over, under the same id.
 */
final class TimerSignals {

  private static final Logger log = LoggerFactory.getLogger(TimerSignals.class);
  private static final String SOURCE = "/appeal-router";

  private final DueTimers timers;
  private final EventCodec codec;
  private final KafkaOperations<byte[], byte[]> kafka;
  private final RouterProperties.Timers settings;
  private final AtomicLong oldestDelayMillis;

  TimerSignals(
      DueTimers timers,
      EventCodec codec,
      KafkaOperations<byte[], byte[]> kafka,
      RouterProperties.Timers settings,
      MeterRegistry meters) {
    this.timers = timers;
    this.codec = codec;
    this.kafka = kafka;
    this.settings = settings;
    this.oldestDelayMillis = new AtomicLong();
    meters.gauge(
        "reception.router.timers.oldest.delay.seconds",
        oldestDelayMillis,
        millis -> millis.get() / 1000.0);
  }

  /** Raises all that is due. A failure is left to the next run. */
  @Scheduled(fixedDelayString = "${reception.router.timers.interval:1s}")
  void raise() {
    try {
      while (appendDue() == settings.batch()) {
        log.debug("more timers are due");
      }
      oldestDelayMillis.set(timers.oldestDelay().toMillis());
    } catch (RuntimeException e) {
      log.warn("due timers were not raised: {}", Failures.describe(e));
    }
  }

  /** Claims one batch of due timers and appends their signals. Returns how many there were. */
  int appendDue() {
    return append(timers.claim(settings.batch(), settings.lease())).size();
  }

  private List<TimerDue> append(List<TimerDue> due) {
    CompletableFuture<?>[] sends =
        due.stream()
            .map(signal ->
                kafka.send(
                    codec.encode(
                        Topics.CASE_SIGNAL,
                        new Envelope<>(signal.eventId(), SOURCE, signal.dueAt(), signal, null))))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(sends)
        .orTimeout(sendTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .join();
    return due;
  }

  private Duration sendTimeout() {
    return settings.lease().dividedBy(2);
  }
}
