package city.reception.local.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.Time;

/**
 * A wall clock that is off, for a broker whose machine's is: by as many milliseconds as a file
 * says, which is looked at again and again, so that the clock also jumps while the broker runs. The
 * monotonic clock is left alone, as it is when a machine's clock is set. What Kafka reads from
 * {@link System#currentTimeMillis()} itself, and not from its own clock, is not moved.
 */
final class MovedTime implements Time {

  private static final long LOOK_NANOS = 100_000_000;

  private final AtomicLong offset = new AtomicLong();

  private MovedTime() {}

  /** The clock that {@code file} sets; where there is no such file, it is right. */
  static Time by(Path file) {
    MovedTime time = new MovedTime();
    time.offset.set(read(file));
    Thread.ofPlatform().daemon().name("moved-time").start(() -> time.follow(file));
    return time;
  }

  @Override
  public long milliseconds() {
    return SYSTEM.milliseconds() + offset.get();
  }

  @Override
  public long nanoseconds() {
    return SYSTEM.nanoseconds();
  }

  @Override
  public void sleep(long millis) {
    SYSTEM.sleep(millis);
  }

  @Override
  public void waitObject(Object waited, Supplier<Boolean> condition, long deadline)
      throws InterruptedException {
    synchronized (waited) {
      while (!condition.get()) {
        long left = deadline - milliseconds();
        if (left <= 0) {
          throw new TimeoutException("the condition did not come true in time");
        }
        waited.wait(left);
      }
    }
  }

  private void follow(Path file) {
    while (true) {
      LockSupport.parkNanos(LOOK_NANOS);
      offset.set(read(file));
    }
  }

  private static long read(Path file) {
    try {
      String millis = Files.readString(file).strip();
      return millis.isEmpty() ? 0 : Long.parseLong(millis);
    } catch (NoSuchFileException absent) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
