package city.reception.benchmarks.intake;

import city.reception.benchmarks.harness.CpuTime;
import city.reception.benchmarks.harness.HeapOf;
import city.reception.benchmarks.harness.Plot;
import city.reception.benchmarks.load.Outcome;
import city.reception.benchmarks.load.Tally;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** Looks twice a second at how a surge goes, until its backlog is gone. */
final class SurgeWatch implements AutoCloseable {

  private static final double EVERY_SECONDS = 0.5;

  /** What the client saw, a second, since the look before. */
  private record Seen(double at, double accepted, double refused, double unsent, double p99) {}

  private record State(double at, double backlog, double resident, double heap) {}

  private final RouterBacklog backlog;
  private final ProcessHandle intake;
  private final HeapOf heap;
  private final Thread thread;
  private final List<State> states = new ArrayList<>();
  private final List<Seen> seen = new ArrayList<>();
  private final long begin = System.nanoTime();
  private double lastLook;
  private long accepted;
  private long refused;
  private long unsent;

  SurgeWatch(RouterBacklog backlog, ProcessHandle intake) throws IOException {
    this.backlog = backlog;
    this.intake = intake;
    this.heap = new HeapOf(intake);
    this.thread = Thread.ofPlatform().daemon().name("surge-watch").start(this::watch);
  }

  /** Called by the client between its requests. */
  void look(Tally sofar) {
    double now = seconds();
    double since = now - lastLook;
    if (since < EVERY_SECONDS) {
      return;
    }
    Histogram recent = sofar.takeRecent();
    seen.add(
        new Seen(
            now,
            (sofar.acceptedSoFar() - accepted) / since,
            (sofar.refusedSoFar() - refused) / since,
            (sofar.unsentSoFar() - unsent) / since,
            Outcome.millis(recent, 99)));
    lastLook = now;
    accepted = sofar.acceptedSoFar();
    refused = sofar.refusedSoFar();
    unsent = sofar.unsentSoFar();
  }

  private void watch() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        State state =
            new State(
                seconds(), backlog.count(), CpuTime.residentMebibytes(intake), heap.usedMebibytes());
        synchronized (states) {
          states.add(state);
        }
        TimeUnit.MILLISECONDS.sleep((long) (EVERY_SECONDS * 1000));
      }
    } catch (InterruptedException e) {
      // It was closed.
    }
  }

  /** The resident memory when {@code part} of {@code time} was over. */
  double memoryAt(double part, Duration time) {
    double at = part * time.toMillis() / 1000;
    synchronized (states) {
      return states.stream()
          .filter(state -> state.at() <= at)
          .reduce((before, later) -> later)
          .map(State::resident)
          .orElse(Double.NaN);
    }
  }

  Plot plot(double rate) {
    synchronized (states) {
      return new Plot(
          "%,.0f appeals due a second".formatted(rate),
          List.of(
              new Plot.Panel(
                  "answers a second",
                  List.of(
                      seen("accepted (202)", Seen::accepted),
                      seen("refused (503)", Seen::refused))),
              new Plot.Panel(
                  "given up for want of a connection, a second",
                  List.of(seen("given up", Seen::unsent))),
              new Plot.Panel(
                  "latency from sending, ms", List.of(seen("p99 of all answers", Seen::p99))),
              new Plot.Panel(
                  "appeals not yet routed", List.of(state("backlog", State::backlog))),
              new Plot.Panel(
                  "intake's memory, MiB",
                  List.of(
                      state("resident", State::resident),
                      state("heap, with garbage", State::heap)))));
    }
  }

  private Plot.Curve seen(String name, ToDoubleFunction<Seen> value) {
    return new Plot.Curve(
        name,
        seen.stream().mapToDouble(Seen::at).toArray(),
        seen.stream().mapToDouble(value).toArray());
  }

  private Plot.Curve state(String name, ToDoubleFunction<State> value) {
    return new Plot.Curve(
        name,
        states.stream().mapToDouble(State::at).toArray(),
        states.stream().mapToDouble(value).toArray());
  }

  private double seconds() {
    return (System.nanoTime() - begin) / 1e9;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    rest();
    heap.close();
  }

  /** Looks no more; the plot can be drawn. */
  void rest() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }
}
