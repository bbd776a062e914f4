package city.reception.benchmarks.intake;

import city.reception.benchmarks.harness.Account;
import city.reception.benchmarks.harness.Alternative;
import city.reception.benchmarks.harness.Broker;
import city.reception.benchmarks.harness.Reading;
import city.reception.benchmarks.harness.Service;
import city.reception.benchmarks.load.Arrivals;
import city.reception.benchmarks.load.HttpLoad;
import city.reception.benchmarks.load.Outcome;
import city.reception.benchmarks.load.TopicEnd;
import city.reception.events.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * Requests that fall due at a steady rate far beyond what intake takes, over as many connections as
 * it may have and a few less. A request that finds no connection for a second is given up by its
 * client, and counted.
 */
record SurgeAlternative(
    HttpLoad load, Broker broker, Service intake, double rate, double sustainable, Path plot)
    implements Alternative {

  static final String NAME = "surge";
  static final String ANSWERED = "answered, of all sent";
  static final String P99 = "p99 ms, all answers, from sending";
  static final String MEMORY_AT_THIRD = "resident MiB after a third";
  static final String MEMORY_AT_END = "resident MiB at the end";
  static final String TO_SUSTAINABLE = "accepted, of what is sustainable";
  static final String DRAINED = "routed, of all accepted";

  /** Tomcat takes 4,096. */
  private static final int CONNECTIONS = 4000;

  private static final long NEVER_MICROS = Duration.ofMinutes(2).toNanos() / 1000;
  private static final Duration DRAIN = Duration.ofMinutes(15);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Reading run(Duration time) throws Exception {
    String topic = Topics.RECEIVED.name();
    try (TopicEnd end = new TopicEnd(broker.bootstrapServers(), topic);
        RouterBacklog backlog = new RouterBacklog(broker.bootstrapServers());
        SurgeWatch watch = new SurgeWatch(backlog, intake.process().handle())) {
      long before = backlog.count();
      Outcome outcome = load.run(CONNECTIONS, new Arrivals.Open(rate), time, watch::look);
      long atEnd = backlog.count();
      double drain = backlog.awaitNone(DRAIN);
      boolean drained = backlog.count() == 0;
      Account account = end.compare(outcome);
      watch.rest();
      Files.writeString(plot, watch.plot(rate).toSvg());
      Histogram answers = outcome.fromSending().copy();
      answers.add(outcome.refusals());
      // Who got no answer waited longest: leaving them out would flatter the server.
      answers.recordValueWithCount(NEVER_MICROS, outcome.unanswered() + outcome.failed());
      int answered =
          outcome.accepted().cardinality() + outcome.refused().cardinality() + outcome.unknown();
      double accepted = outcome.acceptedPerSecond();
      return Reading.of(account)
          .with("due/s", rate)
          .with("sent/s", outcome.sent() / seconds(outcome))
          .with("given up by clients/s", outcome.unsent() / seconds(outcome))
          .with(PostingAlternative.ACCEPTED, accepted)
          .with("refused/s", outcome.refused().cardinality() / seconds(outcome))
          .with("outcome unknown", outcome.unknown())
          .with("failed", outcome.failed())
          .with("unanswered", outcome.unanswered())
          .with(ANSWERED, (double) answered / outcome.sent())
          .with(TO_SUSTAINABLE, accepted / sustainable)
          .with("p50 ms, accepted, from sending", Outcome.millis(outcome.fromSending(), 50))
          .with("p99 ms, accepted, from sending", Outcome.millis(outcome.fromSending(), 99))
          .with("p99 ms, refused, from sending", Outcome.millis(outcome.refusals(), 99))
          .with(P99, Outcome.millis(answers, 99))
          .with("p99 ms, all answers, from when due", Outcome.millis(outcome.fromIntention(), 99))
          .with(MEMORY_AT_THIRD, watch.memoryAt(1 / 3.0, time))
          .with(MEMORY_AT_END, watch.memoryAt(1, time))
          .with("backlog before", (double) before)
          .with("backlog at the end", (double) atEnd)
          .with("seconds until it had drained", drain)
          .with(DRAINED, drained ? 1 : 0);
    }
  }

  private static double seconds(Outcome outcome) {
    return outcome.elapsed().toNanos() / 1e9;
  }
}
