package city.reception.events.codec;

import city.reception.events.AppealEvent;
import city.reception.events.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event with what its headers say of it.
 *
 * @param id the CloudEvents {@code id}
 * @param source the CloudEvents {@code source}: which service, or which foreign system, said it
 * @param time the CloudEvents {@code time}: by the sender's clock, to be shown and never to be
 *     computed with
 * @param traceparent the W3C trace context, where there is one
 * @param bodyDigest the digest of the submission, on {@code AppealReceived} only
 */
public record Envelope<V extends AppealEvent>(
    EventId id,
    String source,
    Instant time,
    V event,
    @Nullable String traceparent,
    @Nullable String bodyDigest) {

  public Envelope(EventId id, String source, Instant time, V event, @Nullable String traceparent) {
    this(id, source, time, event, traceparent, null);
  }
}
