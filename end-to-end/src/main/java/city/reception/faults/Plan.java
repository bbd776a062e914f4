package city.reception.faults;

import city.reception.faults.Fault.CrashDatabase;
import city.reception.faults.Fault.Cut;
import city.reception.faults.Fault.FillBuffers;
import city.reception.faults.Fault.Freeze;
import city.reception.faults.Fault.Kill;
import city.reception.faults.Fault.LoseTwoBrokers;
import city.reception.faults.Fault.MoveClock;
import city.reception.faults.Fault.RestoreLedger;
import city.reception.faults.Fault.Silence;
import city.reception.faults.Fault.Slow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * What goes wrong in one run, and when. The same seed, scale and time give the same plan.
 *
 * @param steps by their beginnings
 */
record Plan(List<Step> steps) {

  private static final double STEPS_PER_SECOND = 1 / 7.0;
  private static final double FIRST = 3;
  private static final double APART = 3;
  private static final int TRIES = 60;

  /** A fault from its beginning, in seconds after the load's, for as long as it lasts. */
  record Step(double at, double lasts, Fault fault) {

    private boolean clashesWith(Step other) {
      return at < other.at + other.lasts + APART
          && other.at < at + lasts + APART
          && !Collections.disjoint(fault.touches(), other.fault.touches());
    }

    @Override
    public String toString() {
      return "%5.1f s, for %4.1f s: %s".formatted(at, lasts, fault);
    }
  }

  /** The plan of a seed. */
  static Plan of(long seed, Scale scale, Duration time) {
    return new Making(new SplittableRandom(seed), scale, time.toMillis() / 1000.0).make();
  }

  List<String> lines() {
    return steps.stream().map(Step::toString).toList();
  }

  private static final class Making {

    private final SplittableRandom random;
    private final Scale scale;
    private final double seconds;
    private final List<Step> steps = new ArrayList<>();

    Making(SplittableRandom random, Scale scale, double seconds) {
      this.random = random;
      this.scale = scale;
      this.seconds = seconds;
    }

    Plan make() {
      // Records that were appended by clocks that differ have no order for the ledger's catching
      // up, which reads them by their times: the one or the other.
      Supplier<Step> either =
          random.nextBoolean()
              ? () -> step(8, 8, new RestoreLedger())
              : () -> step(10, 8, new MoveClock(node(), clock()));
      List<Supplier<Step>> kinds =
          new ArrayList<>(
              List.of(
                  either,
                  () -> step(1, 3, new Kill(service())),
                  () -> step(1, 4, new Kill("router-" + one(Scale.ROUTERS))),
                  () -> step(1, 4, new Kill("kafka-" + node())),
                  () -> step(12, 4, new Freeze("router-" + one(Scale.ROUTERS))),
                  this::frozen,
                  this::wired,
                  this::wired,
                  () -> step(4, 3, new FillBuffers(160)),
                  () -> step(2, 4, new CrashDatabase(database())),
                  this::twoBrokers));
      Collections.shuffle(kinds, random);
      int wanted = Math.max(2, (int) Math.round(seconds * STEPS_PER_SECOND));
      for (int i = 0; i < kinds.size() && steps.size() < wanted; i++) {
        add(kinds.get(i));
      }
      steps.sort(Comparator.comparingDouble(Step::at));
      return new Plan(List.copyOf(steps));
    }

    /** Where there is no room for it, the plan does without. */
    private void add(Supplier<Step> kind) {
      for (int i = 0; i < TRIES; i++) {
        Step step = kind.get();
        if (step.at() + step.lasts() <= seconds && steps.stream().noneMatch(step::clashesWith)) {
          steps.add(step);
          return;
        }
      }
    }

    private Step step(double shortest, double more, Fault fault) {
      double lasts = shortest + more * random.nextDouble();
      double latest = Math.max(0.5, seconds - lasts - FIRST);
      return new Step(round(FIRST + latest * random.nextDouble()), round(lasts), fault);
    }

    private Step frozen() {
      String process = random.nextInt(3) == 0 ? "kafka-" + node() : service();
      return process.startsWith("notifications") && random.nextBoolean()
          // Longer than a notice's lease.
          ? step(Services.LEASE_SECONDS + 1, 3, new Freeze(process))
          : step(7, 4, new Freeze(process));
    }

    private Step wired() {
      String wire = wire();
      return switch (random.nextInt(3)) {
        case 0 -> step(3, 6, new Cut(wire));
        case 1 -> step(3, 8, new Silence(wire));
        default -> step(5, 6, new Slow(wire, Duration.ofMillis(30 + random.nextInt(250))));
      };
    }

    private Step twoBrokers() {
      int first = node();
      return step(13, 4, new LoseTwoBrokers(first, first % Scale.BROKERS + 1));
    }

    private String service() {
      return switch (random.nextInt(3)) {
        case 0 -> "intake-" + one(scale.intakes());
        case 1 -> "desk";
        default -> "notifications-" + one(scale.notifications());
      };
    }

    private String wire() {
      return switch (random.nextInt(6)) {
        case 0 -> "services>kafka-" + node();
        case 1, 2 -> "router-" + one(Scale.ROUTERS) + ">postgres-ledger";
        case 3 -> "notifications-" + one(scale.notifications()) + ">mail";
        case 4 -> "notifications-" + one(scale.notifications()) + ">postgres-others";
        default -> random.nextBoolean() ? "desk>postgres-others" : "intake-1>postgres-others";
      };
    }

    private String database() {
      return random.nextBoolean() ? "postgres-ledger" : "postgres-others";
    }

    private Duration clock() {
      int seconds = 5 + random.nextInt(600);
      return Duration.ofSeconds(random.nextBoolean() ? seconds : -seconds);
    }

    private int node() {
      return one(Scale.BROKERS);
    }

    private int one(int of) {
      return 1 + random.nextInt(of);
    }

    private static double round(double seconds) {
      return Math.round(seconds * 10) / 10.0;
    }
  }
}
