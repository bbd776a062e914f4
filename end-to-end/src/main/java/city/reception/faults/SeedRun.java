package city.reception.faults;

import city.reception.faults.Plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One seed on a running reception: the load, its faults, the recovery, and the reckoning. */
final class SeedRun {

  private static final Duration BACK_AT_WORK = Duration.ofMinutes(6);
  private static final Duration CLIENTS_DONE = Duration.ofMinutes(2);
  private static final Duration DRAINED = Duration.ofMinutes(2);

  private final Reception reception;
  private final long seed;
  private final Scale scale;
  private final Duration time;
  private final Plan plan;
  private final ClientRecord record = new ClientRecord();
  private final ConcurrentLinkedQueue<String> mishaps = new ConcurrentLinkedQueue<>();
  private final Map<String, Semaphore> parts = new ConcurrentHashMap<>();

  SeedRun(Reception reception, long seed, Scale scale, Duration time) {
    this.reception = reception;
    this.seed = seed;
    this.scale = scale;
    this.time = time;
    this.plan = Plan.of(seed, scale, time);
  }

  /**
   * How it went.
   *
   * @param findings what did not hold; empty when all did
   * @param restarts how often a process ended by itself, and its supervisor started it again
   */
  record Result(
      long seed,
      List<String> plan,
      List<String> findings,
      Map<String, Integer> counts,
      int restarts,
      double seconds) {

    boolean held() {
      return findings.isEmpty();
    }
  }

  Plan plan() {
    return plan;
  }

  Result run() {
    long start = System.nanoTime();
    int restarts = restarts();
    Staff staff = new Staff(reception, record);
    Residents residents = new Residents(reception, record, scale, seed, staff::workOn);
    List<String> findings = new ArrayList<>();
    AtomicReference<@Nullable Audit> last = new AtomicReference<>();
    try {
      CountDownLatch faults = breakThings(new Fault.Scene(reception, residents));
      residents.write(time);
      faults.await();
      Await.until("every process is back at work", BACK_AT_WORK, reception::notReady);
      residents.finish(CLIENTS_DONE);
      staff.finish(CLIENTS_DONE);
      reckon(last);
    } catch (Await.TimeUpException e) {
      findings.add(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      findings.add("interrupted");
    }
    findings.addAll(mishaps);
    Audit audit = last.get();
    if (audit != null) {
      findings.addAll(audit.wrong());
    } else {
      record.strange().stream().limit(10).forEach(findings::add);
    }
    return new Result(
        seed,
        plan.lines(),
        findings,
        audit == null ? new LinkedHashMap<>() : audit.counts(),
        restarts() - restarts,
        Math.round((System.nanoTime() - start) / 1e8) / 10.0);
  }

  /** Compares until nothing is missing any more, or something is wrong that no time heals. */
  private void reckon(AtomicReference<@Nullable Audit> last) {
    Mailbox mailbox = new Mailbox(reception.mails());
    Operator operator = new Operator(reception, mailbox);
    Await.until(
        "everything accepted has come to its end",
        DRAINED,
        () -> {
          operator.settle();
          Audit audit = Audit.of(record, reception, mailbox);
          last.set(audit);
          return audit.wrong().isEmpty() ? audit.missing() : List.of();
        });
  }

  /** Each fault on a thread of its own, by the plan. */
  private CountDownLatch breakThings(Fault.Scene scene) {
    CountDownLatch ended = new CountDownLatch(plan.steps().size());
    long start = System.nanoTime();
    for (Step step : plan.steps()) {
      Thread.ofPlatform()
          .daemon()
          .name(step.fault().toString())
          .start(() -> {
            List<Semaphore> touched =
                step.fault().touches().stream().sorted().map(this::part).toList();
            try {
              awaitMoment(start, step.at());
              // On a slow machine the fault before takes longer to be put right than planned.
              touched.forEach(Semaphore::acquireUninterruptibly);
              play(step, scene);
            } catch (RuntimeException e) {
              mishaps.add("the suite could not do %s: %s".formatted(step.fault(), e));
            } finally {
              touched.forEach(Semaphore::release);
              ended.countDown();
            }
          });
    }
    return ended;
  }

  private static void play(Step step, Fault.Scene scene) {
    long begun = System.nanoTime();
    step.fault().begin(scene);
    awaitMoment(begun, step.lasts());
    step.fault().end(scene);
  }

  private Semaphore part(String name) {
    return parts.computeIfAbsent(name, key -> new Semaphore(1));
  }

  private static void awaitMoment(long start, double seconds) {
    Await.pause(Duration.ofNanos(start + Math.round(seconds * 1e9) - System.nanoTime()));
  }

  private int restarts() {
    return reception.children().stream().mapToInt(Child::endedByItself).sum();
  }
}
