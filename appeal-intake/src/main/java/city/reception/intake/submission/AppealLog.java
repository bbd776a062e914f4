package city.reception.intake.submission;

import city.reception.events.IntakeEvent;
import city.reception.events.codec.Envelope;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Where everything that residents send is kept before anybody is told that it is. */
public interface AppealLog {

  /** The CloudEvents {@code source} of everything that intake appends. */
  String SOURCE = "/appeal-intake";

  /**
   * Appends an event and completes with the time at which the log took it, once enough machines
   * have it.
   *
   * <p>Fails with {@link NotAppendedException} when it certainly was not appended, with anything
   * else when that is unknown; within a bounded time in any case. Never throws.
   */
  CompletableFuture<Instant> append(Envelope<IntakeEvent> event);

  /** The event is not in the log and never will be by this call. */
  final class NotAppendedException extends RuntimeException {
    public NotAppendedException(Throwable cause) {
      super("not appended", cause);
    }
  }
}
