package city.reception.benchmarks.intake;

import city.reception.benchmarks.harness.Account;
import city.reception.benchmarks.harness.Alternative;
import city.reception.benchmarks.harness.CpuTime;
import city.reception.benchmarks.harness.Reading;
import city.reception.benchmarks.load.Arrivals;
import city.reception.benchmarks.load.HttpLoad;
import city.reception.benchmarks.load.Outcome;
import city.reception.benchmarks.load.TopicEnd;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Letters posted as fast as they are taken, over a number of connections; where they go to Kafka,
 * the turn ends when all have arrived there.
 *
 * @param processes everything that works for it, the client apart
 * @param topic where the letters arrive, for those that keep them
 */
record PostingAlternative(
    String name,
    HttpLoad load,
    int connections,
    List<ProcessHandle> processes,
    Optional<Destination> topic)
    implements Alternative {

  static final String ACCEPTED = "accepted/s";
  static final String SUSTAINED = "into Kafka/s";
  static final String CPU = "CPU µs an appeal";

  private static final Duration DRAIN = Duration.ofMinutes(3);

  /** Where accepted letters end up. */
  record Destination(String bootstrapServers, String topic) {}

  @Override
  public Reading run(Duration time) throws Exception {
    double cpu = cpu();
    if (topic.isEmpty()) {
      Outcome outcome = load.run(connections, new Arrivals.Closed(), time);
      return reading(outcome, Account.NONE, cpu() - cpu);
    }
    try (TopicEnd end = new TopicEnd(topic.get().bootstrapServers(), topic.get().topic())) {
      long begin = System.nanoTime();
      Outcome outcome = load.run(connections, new Arrivals.Closed(), time);
      boolean _ = end.awaitCount(outcome.accepted().cardinality(), DRAIN);
      double seconds = (System.nanoTime() - begin) / 1e9;
      double used = cpu() - cpu;
      return reading(outcome, end.compare(outcome), used)
          .with(SUSTAINED, outcome.accepted().cardinality() / seconds);
    }
  }

  private double cpu() {
    return processes.stream().mapToDouble(CpuTime::secondsOf).sum();
  }

  private static Reading reading(Outcome outcome, Account account, double cpuSeconds) {
    Reading reading =
        Reading.of(account)
            .with(ACCEPTED, outcome.acceptedPerSecond())
            .with("p50 ms", Outcome.millis(outcome.fromSending(), 50))
            .with("p99 ms", Outcome.millis(outcome.fromSending(), 99))
            .with("p99.9 ms", Outcome.millis(outcome.fromSending(), 99.9))
            .with(CPU, cpuSeconds * 1e6 / outcome.accepted().cardinality());
    int others = outcome.sent() - outcome.accepted().cardinality();
    return others == 0 ? reading : reading.with("not accepted", others);
  }
}
