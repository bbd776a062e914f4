package city.reception.intake.submission;

import city.reception.events.IntakeEvent;
import city.reception.events.codec.Envelope;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** How an event gets into the log: at once or not at all, or after waiting for room. */
@FunctionalInterface
public interface Append {

  /** Appends; the future fails with a {@code ProblemException} when that did not succeed. */
  CompletableFuture<Instant> append(Envelope<IntakeEvent> event) throws InterruptedException;
}
