package city.reception.faults;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waiting, always for something and never for ever. */
final class Await {

  private static final Duration PAUSE = Duration.ofMillis(250);

  private Await() {}

  /** What was waited for did not come. */
  static final class TimeUpException extends RuntimeException {
    TimeUpException(String what, Duration bound, List<String> missing) {
      super(
          "not true after %d s that %s: %s"
              .formatted(bound.toSeconds(), what, String.join(", ", missing)));
    }
  }

  /**
   * Waits until nothing is missing any more.
   *
   * @throws TimeUpException when something still is after {@code bound}
   */
  static void until(String what, Duration bound, Supplier<List<String>> missing) {
    long deadline = System.nanoTime() + bound.toNanos();
    List<String> left = missing.get();
    while (!left.isEmpty()) {
      if (System.nanoTime() - deadline > 0) {
        throw new TimeUpException(what, bound, left);
      }
      pause(PAUSE);
      left = missing.get();
    }
  }

  /** Lets time pass: between two looks, and between two acts of a plan. */
  static void pause(Duration time) {
    if (time.isPositive()) {
      LockSupport.parkNanos(time.toNanos());
    }
  }

  /** Runs all at once and waits for each. */
  static void together(List<Runnable> tasks) {
    CompletableFuture.allOf(
            tasks.stream()
                .map(
                    task -> CompletableFuture.runAsync(task, run -> Thread.ofPlatform().start(run)))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }
}
