package city.reception.starter.traces;

import city.reception.events.codec.EventHeaders;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Continues traces across topics by the {@code traceparent} header (W3C Trace Context, level 1).
 * Without a tracer nothing is added, and what came in is passed on.
 */
public final class Traces {

  private final @Nullable Tracer tracer;
  private final @Nullable Propagator propagator;

  public Traces(@Nullable Tracer tracer, @Nullable Propagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  /** The {@code traceparent} of what this thread is doing; null when it is not being traced. */
  public @Nullable String current() {
    Span span = tracer == null ? null : tracer.currentSpan();
    return span == null ? null : traceparent(span);
  }

  /**
   * Begins a step of the trace that {@code traceparent} names, or of a new trace. Close it when the
   * step is over. While it is open, logs of this thread carry the trace's id.
   */
  public Step step(String name, @Nullable String traceparent) {
    if (tracer == null || propagator == null) {
      return new Step(traceparent, () -> {});
    }
    Map<String, String> carrier =
        traceparent == null ? Map.of() : Map.of(EventHeaders.TRACEPARENT, traceparent);
    Span span = propagator.extract(carrier, Map::get).name(name).start();
    Tracer.SpanInScope scope = tracer.withSpan(span);
    return new Step(
        traceparent(span),
        () -> {
          scope.close();
          span.end();
        });
  }

  private @Nullable String traceparent(Span span) {
    if (propagator == null) {
      return null;
    }
    Map<String, String> carrier = new HashMap<>();
    propagator.inject(span.context(), carrier, (map, key, value) -> put(map, key, value));
    return carrier.get(EventHeaders.TRACEPARENT);
  }

  private static void put(@Nullable Map<String, String> map, String key, String value) {
    if (map != null) {
      map.put(key, value);
    }
  }

  /**
   * One step of a trace.
   *
   * @param traceparent what to put on whatever the step sends
   */
  public record Step(@Nullable String traceparent, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }
}
