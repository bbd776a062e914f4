package city.reception.benchmarks.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.reception.benchmarks.harness.Account;
import city.reception.benchmarks.harness.Alternative;
import city.reception.benchmarks.harness.Reading;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * Posts as many appeals as fill the turn, and is over when the mail server has the last answer; the
 * speed is all of them over all of that time. Each appeal has a resident of its own, who must get
 * exactly one answer.
 */
final class JourneyTurn implements Alternative {

  static final String LIFECYCLES = "lifecycles/s";

  private static final int CONNECTIONS = 32;

  /** Fewer would tell how long one letter's way is, and not how many go it at once. */
  private static final int LEAST = 1_000;

  private static final int ACCEPTED = 202;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final String name;
  private final URI appeals;
  private final Mailbox mailbox;
  private final BusyCommittees committees;
  private final List<ObjectNode> letters;
  private final Map<String, DoubleSupplier> processes;

  /** Lifecycles a second, to know how many fill a turn; learnt from turn to turn. */
  private double expected;

  /**
   * @param letters bodies that are posted in turn
   * @param processes the processor time that each has used, in seconds, by what it is called
   */
  JourneyTurn(
      String name,
      URI appeals,
      Mailbox mailbox,
      BusyCommittees committees,
      List<ObjectNode> letters,
      Map<String, DoubleSupplier> processes) {
    this.name = name;
    this.appeals = appeals;
    this.mailbox = mailbox;
    this.committees = committees;
    this.letters = letters;
    this.processes = processes;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Reading run(Duration turn) throws Exception {
    int count = (int) Math.max(LEAST, expected * turn.toMillis() / 1000);
    mailbox.clear();
    int routedBefore = committees.routed();
    Set<String> residents = ConcurrentHashMap.newKeySet();
    Map<String, Double> used = processorSeconds();
    long begin = System.nanoTime();
    post(count, residents);
    double postedSeconds = secondsSince(begin);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (mailbox.answered() < residents.size() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
    double seconds = secondsSince(begin);
    double speed = residents.size() / seconds;
    expected = speed;
    long lost = residents.stream().filter(r -> mailbox.answersFor(r) == 0).count();
    long doubled = residents.stream().filter(r -> mailbox.answersFor(r) > 1).count();
    int routedTwice = Math.max(0, committees.routed() - routedBefore - residents.size());
    Reading reading =
        Reading.of(new Account(residents.size(), lost, doubled + routedTwice, 0))
            .with(LIFECYCLES, speed)
            .with("posted/s", residents.size() / postedSeconds)
            .with("refused for the moment", count - residents.size());
    for (Map.Entry<String, Double> now : processorSeconds().entrySet()) {
      double processorTime = now.getValue() - used.getOrDefault(now.getKey(), 0.0);
      reading =
          reading.with(
              "processor time of %s, µs a lifecycle".formatted(now.getKey()),
              1e6 * processorTime / residents.size());
    }
    return reading;
  }

  @Override
  public Reading warmUp(Duration time) throws Exception {
    return warmUpInTurns(time);
  }

  private Map<String, Double> processorSeconds() {
    Map<String, Double> seconds = new LinkedHashMap<>();
    processes.forEach((name, used) -> seconds.put(name, used.getAsDouble()));
    return seconds;
  }

  private void post(int count, Set<String> residents) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      Thread[] senders = new Thread[CONNECTIONS];
      for (int i = 0; i < CONNECTIONS; i++) {
        senders[i] =
            Thread.ofVirtual()
                .start(() -> {
                  for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                    post(http, n, residents);
                  }
                });
      }
      for (Thread sender : senders) {
        sender.join();
      }
    }
  }

  private void post(HttpClient http, int number, Set<String> residents) {
    String key = UUID.randomUUID().toString();
    String address = key + "@example.org";
    ObjectNode body = letters.get(number % letters.size()).deepCopy();
    body.putObject("contact").put("email", address).put("locale", "en");
    HttpRequest request =
        HttpRequest.newBuilder(appeals)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString(), UTF_8))
            .build();
    try {
      if (http.send(request, BodyHandlers.discarding()).statusCode() == ACCEPTED) {
        residents.add(address);
      }
    } catch (IOException e) {
      throw new IllegalStateException("intake cannot be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
