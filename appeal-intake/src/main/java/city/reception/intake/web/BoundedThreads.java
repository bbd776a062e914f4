package city.reception.intake.web;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs each task on a virtual thread of its own, as long as there is one of a bounded number of
 * places for it. The others wait, the oldest first, at the price of an entry in a queue. What a
 * task leaves behind to be ended later keeps its place meanwhile, without a thread.
 */
final class BoundedThreads implements Executor {

  /** The place of the task that a thread runs. */
  private static final ScopedValue<Place> PLACE = ScopedValue.newInstance();

  /** The place that a submitted task has already. */
  private static final ScopedValue<Place> TAKEN = ScopedValue.newInstance();

  private final String name;
  private final Semaphore free;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  /**
   * @param name what the threads are called
   * @param places how many tasks may have begun and not ended
   */
  BoundedThreads(String name, int places) {
    this.name = name;
    this.free = new Semaphore(places);
  }

  private final class Place {

    private final AtomicInteger holders = new AtomicInteger();

    void hold() {
      holders.incrementAndGet();
    }

    void letGo() {
      if (holders.decrementAndGet() == 0) {
        free.release();
        startWhatMayStart();
      }
    }
  }

  /**
   * Keeps the place of the task that the current thread runs when the thread has ended. What this
   * returns must be given once, on any thread, what ends the task: that is run there, and whatever
   * it submits needs no other place.
   */
  static Consumer<Runnable> keepPlace() {
    if (!PLACE.isBound()) {
      return Runnable::run;
    }
    Place place = PLACE.get();
    place.hold();
    return end -> {
      try {
        ScopedValue.where(TAKEN, place).run(end);
      } finally {
        place.letGo();
      }
    };
  }

  @Override
  public void execute(Runnable task) {
    if (TAKEN.isBound()) {
      start(task, TAKEN.get());
    } else {
      waiting.add(task);
      startWhatMayStart();
    }
  }

  private void startWhatMayStart() {
    while (!waiting.isEmpty() && free.tryAcquire()) {
      Runnable oldest = waiting.poll();
      if (oldest == null) {
        free.release(); // Somebody else took it; whether more came since is looked at again.
      } else {
        start(oldest, new Place());
      }
    }
  }

  private void start(Runnable task, Place place) {
    place.hold();
    Thread _ =
        Thread.ofVirtual()
            .name(name)
            .start(() -> {
              try {
                ScopedValue.where(PLACE, place).run(task);
              } finally {
                place.letGo();
              }
            });
  }
}
