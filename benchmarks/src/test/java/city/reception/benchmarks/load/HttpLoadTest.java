package city.reception.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.benchmarks.harness.Account;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpLoadTest {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final byte[] BODY = "{}\r\n".getBytes(US_ASCII);
  private static final String KEY = "Idempotency-Key:";

  private final Set<String> keys = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void everyRequestHasItsOwnKeyAndEveryAnswerIsCounted() throws IOException {
    answer(n -> n % 4 == 0 ? 503 : 202, 0);

    Outcome outcome = load().run(8, new Arrivals.Closed(), SHORT);

    assertThat(outcome.sent()).isPositive().isEqualTo(requests.get()).isEqualTo(keys.size());
    assertThat(outcome.accepted().cardinality() + outcome.refused().cardinality())
        .isEqualTo(outcome.sent());
    assertThat(outcome.refused().cardinality()).isEqualTo(requests.get() / 4);
    assertThat(outcome.failed() + outcome.unanswered()).isZero();
    assertThat(keys).contains(outcome.keys().key(0));
  }

  @Test
  void aSlowServerShowsInTheLatencyFromWhenARequestWasDue() throws IOException {
    answer(n -> 202, 50);

    Outcome outcome = load().run(1, new Arrivals.Open(200), Duration.ofSeconds(1));

    assertThat(Outcome.millis(outcome.fromIntention(), 100))
        .isGreaterThan(2 * Outcome.millis(outcome.fromSending(), 50));
  }

  @Test
  void aConnectionThatTheServerClosedWhileItWasIdleCarriesOneRequestAtATimeAfterwards()
      throws IOException {
    try (ServerSocket impatient = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> closeTheFirstAndServeTheSecond(impatient));

      Outcome outcome =
          new HttpLoad(impatient.getLocalPort(), "/appeals", List.of(BODY))
              .run(1, new Arrivals.Open(20), Duration.ofSeconds(1));

      assertThat(outcome.sent()).isGreaterThan(2);
      // On a busy machine the first connection is closed only when it has its first request.
      assertThat(outcome.failed()).isLessThanOrEqualTo(1);
      assertThat(outcome.accepted().cardinality() + outcome.failed()).isEqualTo(outcome.sent());
      assertThat(outcome.accepted().stream().mapToObj(outcome.keys()::key))
          .containsExactlyInAnyOrderElementsOf(keys);
    }
  }

  private void closeTheFirstAndServeTheSecond(ServerSocket server) {
    try {
      server.accept().close();
      try (Socket second = server.accept();
          var lines =
              new BufferedReader(new InputStreamReader(second.getInputStream(), US_ASCII))) {
        String line;
        while ((line = lines.readLine()) != null) {
          if (line.startsWith(KEY)) {
            keys.add(line.substring(KEY.length()).strip());
          }
          if (line.isEmpty()) {
            pause(100);
            second
                .getOutputStream()
                .write("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
          }
        }
      }
    } catch (IOException e) {
      // The client is gone.
    }
  }

  @Test
  void whatWasLostDoubledOrRefusedAndCameYetIsCounted() throws IOException {
    answer(n -> n == 1 ? 503 : 202, 0);
    Outcome outcome = outcomeOfThreeOrMore();
    Map<UUID, Integer> arrived = new HashMap<>();
    for (int i = 0; i < outcome.sent(); i++) {
      arrived.put(outcome.keys().appeal(i).value(), i == 1 ? 2 : 1);
    }
    arrived.remove(outcome.keys().appeal(2).value());

    assertThat(TopicEnd.compare(outcome, arrived))
        .isEqualTo(new Account(outcome.sent() - 1L, 1, 1, 1));
  }

  /** On a machine that has other work to do, the first turn may be over too soon. */
  private Outcome outcomeOfThreeOrMore() {
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              requests.set(0);
              return load().run(1, new Arrivals.Closed(), SHORT);
            },
            outcome -> outcome.sent() > 2 && outcome.unanswered() == 0);
  }

  private HttpLoad load() {
    return new HttpLoad(server.getAddress().getPort(), "/appeals", List.of(BODY));
  }

  @FunctionalInterface
  private interface Answers {
    int status(int number);
  }

  private void answer(Answers answers, long millis) {
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
          pause(millis);
          byte[] body = "{\"type\":\"not-accepted\"}".getBytes(US_ASCII);
          exchange.sendResponseHeaders(answers.status(requests.incrementAndGet()), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis); // The slow server of the test; nothing waits for a condition here.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
