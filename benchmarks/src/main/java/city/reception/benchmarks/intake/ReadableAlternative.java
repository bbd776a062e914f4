package city.reception.benchmarks.intake;

import city.reception.benchmarks.harness.Alternative;
import city.reception.benchmarks.harness.Reading;
import city.reception.benchmarks.intake.PostingAlternative.Destination;
import city.reception.benchmarks.load.Arrivals;
import city.reception.benchmarks.load.HttpLoad;
import city.reception.benchmarks.load.Outcome;
import city.reception.benchmarks.load.Reader;
import city.reception.benchmarks.load.TopicEnd;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/** How long after its 202 an appeal can be read from Kafka, while letters are posted. */
record ReadableAlternative(String name, HttpLoad load, int connections, Destination topic)
    implements Alternative {

  static final String P99 = "accepted to readable, p99 ms";

  private static final Duration DRAIN = Duration.ofMinutes(3);

  @Override
  public Reading run(Duration time) throws Exception {
    try (TopicEnd end = new TopicEnd(topic.bootstrapServers(), topic.topic());
        Reader reader = new Reader(topic.bootstrapServers(), topic.topic())) {
      Outcome outcome = load.run(connections, new Arrivals.Closed(), time);
      reader.await(outcome.accepted().cardinality(), DRAIN);
      Histogram delays = reader.delays(outcome);
      return Reading.of(end.compare(outcome))
          .with(PostingAlternative.ACCEPTED, outcome.acceptedPerSecond())
          .with("accepted to readable, p50 ms", Outcome.millis(delays, 50))
          .with(P99, Outcome.millis(delays, 99))
          .with("accepted to readable, p99.9 ms", Outcome.millis(delays, 99.9));
    }
  }
}
