package city.reception.faults;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Clients at work, a thread each and a bounded number at a time, until they are sent home. */
final class Crowd {

  private static final int AT_ONCE = 200;

  private final Semaphore room = new Semaphore(AT_ONCE);
  private final AtomicInteger busy = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> accidents = new ConcurrentLinkedQueue<>();
  private volatile boolean welcome = true;

  void go(Runnable client) {
    busy.incrementAndGet();
    Thread.ofVirtual()
        .start(() -> {
          try {
            room.acquire();
            client.run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException e) {
            accidents.add("a client of the suite failed: " + e);
          } finally {
            room.release();
            busy.decrementAndGet();
          }
        });
  }

  /** Whether a client may try once more. */
  boolean isWelcome() {
    return welcome;
  }

  /**
   * Waits until all have come to an end by themselves, and sends those home who have not.
   *
   * @param unfinished who has not, for the message
   * @throws Await.TimeUpException when somebody had to be sent home
   */
  void finish(String what, Duration bound, Supplier<List<String>> unfinished) {
    try {
      Await.until(
          what,
          bound,
          () -> {
            if (busy.get() == 0) {
              return List.copyOf(accidents);
            }
            List<String> left = unfinished.get();
            return left.isEmpty() ? List.of(busy.get() + " clients at work") : left;
          });
    } finally {
      welcome = false;
    }
  }
}
