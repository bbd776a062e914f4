package city.reception.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.journey.Reception.Answer;
import city.reception.journey.Reception.Receipt;
import city.reception.local.kafka.TopicReader;
import city.reception.local.system.LocalPorts.Listener;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL and Kafka are stopped and started again under load. */
class OutageTest {

  private static final int MORE = 20;

  @TempDir Path folder;

  @Test
  void everythingAcceptedIsRegisteredRoutedAndToldOnce() throws InterruptedException {
    try (Reception reception = new Reception(folder)) {
      Load load = new Load(reception);
      Thread channel = Thread.ofVirtual().start(load);
      load.awaitMore(MORE);

      reception.stopPostgres();
      await().atMost(Reception.PATIENCE).until(() -> !isReady(reception, Listener.ROUTER));
      // Intake has no database on its way: it goes on accepting.
      load.awaitMore(MORE);
      reception.startPostgres();
      await().atMost(Reception.PATIENCE).until(() -> isReady(reception, Listener.ROUTER));
      load.awaitMore(MORE);

      reception.stopKafka();
      await().atMost(Reception.PATIENCE).until(() -> load.refused.get() > 0);
      reception.startKafka();
      load.awaitMore(MORE);
      load.over.set(true);
      channel.join();

      Set<String> accepted =
          load.receipts.stream().map(Receipt::appealId).collect(Collectors.toSet());
      assertThat(accepted).hasSameSizeAs(load.receipts);
      await()
          .atMost(Reception.PATIENCE)
          .untilAsserted(
              () -> assertThat(reception.mails().size()).isGreaterThanOrEqualTo(accepted.size()));
      await()
          .atMost(Reception.PATIENCE)
          .untilAsserted(() ->
              assertThat(
                      reception.count(
                          Listener.NOTIFICATIONS,
                          "select count(*) from notice where state <> 'SENT'"))
                  .isZero());
      assertThat(reception.count(Listener.ROUTER, "select count(*) from appeal_case"))
          .isEqualTo(accepted.size());
      assertOnceEach(reception, "appeals\\.routed\\..*\\.v1", accepted);
      Map<String, Integer> mails = new HashMap<>();
      for (String mail : reception.mails()) {
        String to = mail.lines().filter(line -> line.startsWith("To: ")).findFirst().orElse("");
        mails.merge(to, 1, Integer::sum);
      }
      assertThat(mails).hasSize(accepted.size());
      assertThat(mails.values()).containsOnly(1);
      assertNothingParked(reception);
    }
  }

  private static boolean isReady(Reception reception, Listener service) {
    return reception.health(service).status() == 200;
  }

  private static void assertOnceEach(Reception reception, String topics, Set<String> appeals) {
    Map<String, Integer> seen = new HashMap<>();
    try (TopicReader reader = new TopicReader(reception.bootstrapServers())) {
      reader.read(
          reader.topics(Pattern.compile(topics)),
          record -> seen.merge(new String(record.key(), UTF_8), 1, Integer::sum));
    }
    assertThat(seen.keySet()).isEqualTo(appeals);
    assertThat(seen.values()).containsOnly(1);
  }

  private static void assertNothingParked(Reception reception) {
    try (TopicReader reader = new TopicReader(reception.bootstrapServers())) {
      Queue<String> parked = new ConcurrentLinkedQueue<>();
      reader.read(
          reader.topics(Pattern.compile(".*\\.dlt")), record -> parked.add(record.toString()));
      assertThat(parked).isEmpty();
    }
  }

  /** A channel that posts one appeal after another and repeats each until it is accepted. */
  private static final class Load implements Runnable {

    private final Reception reception;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger refused = new AtomicInteger();
    private final Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();

    Load(Reception reception) {
      this.reception = reception;
    }

    @Override
    public void run() {
      for (int number = 0; !over.get(); number++) {
        String body =
            Reception.appeal(
                "Обращение " + number,
                "В школе нет учителя, ученики ждут. " + number,
                "resident-" + number + "@example.org",
                null);
        String key = "outage-idempotency-key-" + number;
        while (!accepted(key, body)) {
          refused.incrementAndGet();
        }
      }
    }

    private boolean accepted(String key, String body) {
      try {
        Answer answer = reception.tryPost(key, body);
        if (answer.status() == 202) {
          receipts.add(
              new Receipt(
                  answer.body().get("appealId").asString(),
                  answer.body().get("trackingCode").asString()));
          return true;
        }
        if (answer.status() != 503) {
          throw new IllegalStateException("unexpected: " + answer);
        }
        return false;
      } catch (UncheckedIOException e) {
        return false;
      }
    }

    void awaitMore(int more) {
      int before = receipts.size();
      await().atMost(Reception.PATIENCE).until(() -> receipts.size() >= before + more);
    }
  }
}
