package city.reception.desk.action;

import city.reception.events.ActionOutcome;
import city.reception.events.EventId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The requests of this instance that wait for the outcome of their action. */
@Component
public final class ActionWaiters {

  private final Map<EventId, Set<Waiter>> waiting = new ConcurrentHashMap<>();

  /** Waits from now on for the outcome of {@code action}, until closed. */
  Waiter register(EventId action) {
    Waiter waiter = new Waiter(action);
    waiting.compute(
        action,
        (id, others) -> {
          Set<Waiter> all = others == null ? ConcurrentHashMap.newKeySet() : others;
          all.add(waiter);
          return all;
        });
    return waiter;
  }

  /** Tells whoever waits for it. */
  public void tell(ActionOutcome outcome) {
    waiting
        .getOrDefault(outcome.actionId(), Set.of())
        .forEach(waiter -> waiter.heard.offer(outcome));
  }

  /** One request that waits. */
  final class Waiter implements AutoCloseable {

    private final EventId action;
    private final BlockingQueue<ActionOutcome> heard = new ArrayBlockingQueue<>(1);

    private Waiter(EventId action) {
      this.action = action;
    }

    /** The outcome, if it is heard within {@code patience}. */
    Optional<ActionOutcome> listen(Duration patience) {
      try {
        return Optional.ofNullable(heard.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }

    @Override
    public void close() {
      waiting.computeIfPresent(action, (id, all) -> without(all));
    }

    private @Nullable Set<Waiter> without(Set<Waiter> all) {
      all.remove(this);
      return all.isEmpty() ? null : all;
    }
  }
}
