package city.reception.notifications.delivery;

import city.reception.starter.deadletter.Failures;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a piece of work again and again on a thread of its own: when woken, at once when there is
 * more to do, else after an interval. A failure is logged and tried again, with pauses that grow to
 * ten seconds.
 */
public final class Loop {

  private static final Logger log = LoggerFactory.getLogger(Loop.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Duration interval;
  private final Duration gathering;
  private final BooleanSupplier work;
  private final Semaphore wakeUps = new Semaphore(0);
  private final Thread thread;
  private volatile boolean running;

  /**
   * @param interval how long it waits to be woken
   * @param gathering how long it lets more come once it is woken; zero for work that gathers by
   *     itself
   * @param work returns whether there may be more to do
   */
  public Loop(String name, Duration interval, Duration gathering, BooleanSupplier work) {
    this.interval = interval;
    this.gathering = gathering;
    this.work = work;
    this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
  }

  /** Begins. A loop is started once. */
  public void start() {
    running = true;
    thread.start();
  }

  /** Says that there is something to do. */
  public void wake() {
    wakeUps.release();
  }

  public boolean isRunning() {
    return running;
  }

  /**
   * Ends after the piece of work in hand.
   *
   * @return whether it has ended, within 20 s
   */
  public boolean stop() {
    running = false;
    wake();
    try {
      return thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void run() {
    int failures = 0;
    while (running) {
      Duration pause;
      try {
        pause = work.getAsBoolean() ? Duration.ZERO : interval;
        failures = 0;
      } catch (RuntimeException | Error e) {
        failures++;
        log.warn("{} failed and tries again: {}", thread.getName(), Failures.describe(e));
        Duration longer = Duration.ofMillis(100).multipliedBy(1L << Math.min(failures, 10));
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
      }
      await(pause, failures == 0);
    }
  }

  private void await(Duration pause, boolean wakeable) {
    try {
      if (wakeable) {
        boolean woken = wakeUps.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        if (woken && running && !pause.isZero()) {
          Thread.sleep(gathering); // What comes meanwhile is one piece of work.
        }
        wakeUps.drainPermits();
      } else if (running) {
        Thread.sleep(pause); // Not to be woken: work that comes in must not hammer what is away.
      }
    } catch (InterruptedException e) {
      running = false;
    }
  }
}
