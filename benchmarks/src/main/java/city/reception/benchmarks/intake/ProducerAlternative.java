package city.reception.benchmarks.intake;

import city.reception.benchmarks.Session;
import city.reception.benchmarks.harness.Account;
import city.reception.benchmarks.harness.Alternative;
import city.reception.benchmarks.harness.Broker;
import city.reception.benchmarks.harness.Reading;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.tools.ProducerPerformance;

/**
 * Kafka's own producer benchmark with the letters as its records and intake's producer settings, in
 * a JVM of its own that is new each turn, as the tool is meant to be run.
 */
final class ProducerAlternative implements Alternative {

  private static final String TOPIC = "limit.producer";
  private static final Pattern TOTAL =
      Pattern.compile(
          "(\\d+) records sent, ([0-9.]+) records/sec .* ([0-9.]+) ms avg latency.*99th");
  private static final Pattern P99 = Pattern.compile("(\\d+) ms 99th");
  private static final int FIRST_COUNT = 100_000;

  private final String name;
  private final Session session;
  private final Broker broker;
  private final Path payloads;
  private int turns;
  private double rate = FIRST_COUNT / 10.0;

  ProducerAlternative(String name, Session session, Broker broker, List<byte[]> bodies)
      throws InterruptedException {
    this.name = name;
    this.session = session;
    this.broker = broker;
    this.payloads = session.bench().folder("payloads");
    IntakeProcesses.createTopic(broker, TOPIC);
    try (OutputStream out = Files.newOutputStream(payloads)) {
      for (byte[] body : bodies) {
        out.write(body);
        out.write('\n');
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("the records cannot be written", e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Reading run(Duration time) throws Exception {
    turns++;
    Path log =
        session
            .bench()
            .run(
                "producer-performance-" + turns,
                ProducerPerformance.class,
                List.of(
                    "--topic", TOPIC,
                    "--num-records", Long.toString(Math.round(rate * time.toMillis() / 1000)),
                    "--throughput", "-1",
                    "--payload-file", payloads.toString(),
                    "--bootstrap-server", broker.bootstrapServers(),
                    "--command-property", "acks=all",
                    "--command-property", "enable.idempotence=true",
                    "--command-property", "compression.type=lz4",
                    "--command-property", "batch.size=131072",
                    "--command-property", "linger.ms=5"));
    List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
    for (String line : lines.reversed()) {
      Matcher total = TOTAL.matcher(line);
      Matcher p99 = P99.matcher(line);
      if (total.find() && p99.find()) {
        rate = Double.parseDouble(total.group(2));
        return Reading.of(Account.NONE)
            .with(PostingAlternative.ACCEPTED, rate)
            .with("p99 ms", Double.parseDouble(p99.group(1)));
      }
    }
    throw new IllegalStateException(
        "ProducerPerformance said nothing:\n" + String.join("\n", lines));
  }
}
