package city.reception.intake.submission;

import city.reception.events.IntakeEvent;
import city.reception.events.codec.Envelope;
import city.reception.intake.problem.Problem;
import city.reception.intake.problem.ProblemException;
import city.reception.intake.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/**
 * Lets a bounded number of events wait for their acknowledgement. Single requests beyond it are
 * refused, batches wait; each have their own room, so that neither can shut the others out.
 */
@Component
public final class Admission {

  private static final Logger log = LoggerFactory.getLogger(Admission.class);

  private final AppealLog appeals;
  private final Semaphore room;
  private final Semaphore batchRoom;

  Admission(AppealLog appeals, SubmissionProperties properties, MeterRegistry meters) {
    this.appeals = appeals;
    this.room = new Semaphore(properties.inFlight());
    this.batchRoom = new Semaphore(properties.inFlight());
    gauge(meters, "requests", room, properties.inFlight());
    gauge(meters, "batches", batchRoom, properties.inFlight());
  }

  private static void gauge(MeterRegistry meters, String of, Semaphore room, int size) {
    meters.gauge(
        "reception.intake.in.flight", Tags.of("of", of), room, r -> size - r.availablePermits());
  }

  /**
   * Appends at once. The future fails with a {@link ProblemException}: not accepted when there is
   * no room or certainly nothing was appended, else outcome unknown.
   */
  public CompletableFuture<Instant> append(Envelope<IntakeEvent> event) {
    if (!room.tryAcquire()) {
      return CompletableFuture.failedFuture(new ProblemException(Problems.notAccepted()));
    }
    return admitted(event, room::release);
  }

  /** Appends once there is room, which this waits for. */
  public CompletableFuture<Instant> appendWhenThereIsRoom(Envelope<IntakeEvent> event)
      throws InterruptedException {
    batchRoom.acquire();
    return admitted(event, batchRoom::release);
  }

  private CompletableFuture<Instant> admitted(Envelope<IntakeEvent> event, Runnable leave) {
    return appeals
        .append(event)
        .handle((at, failure) -> {
          leave.run();
          if (failure != null) {
            throw new ProblemException(problem(event, failure));
          }
          return at;
        });
  }

  private static Problem problem(Envelope<IntakeEvent> event, Throwable failure) {
    boolean certain = failure instanceof AppealLog.NotAppendedException;
    Throwable reason = Objects.requireNonNullElse(certain ? failure.getCause() : null, failure);
    log.atLevel(certain ? Level.DEBUG : Level.WARN)
        .addKeyValue("appealId", event.event().appealId())
        .log(
            "{} ({})",
            certain ? "not appended" : "not acknowledged in time, outcome unknown",
            reason.getClass().getSimpleName());
    return certain ? Problems.notAccepted() : Problems.outcomeUnknown();
  }
}
