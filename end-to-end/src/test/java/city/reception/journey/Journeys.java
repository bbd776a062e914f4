package city.reception.journey;

import static city.reception.journey.OneReceptionTest.reception;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.journey.Reception.Answer;
import city.reception.journey.Reception.Receipt;
import city.reception.local.kafka.TopicReader;
import city.reception.local.system.LocalPorts.Listener;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The way of an appeal through the whole system. */
abstract class Journeys {

  private static final String COMMITTEE = "entrepreneurship-innovation-it";

  @Test
  void anAppealIsPostedRoutedTakenUpRedirectedAndAnsweredAndTheResidentIsToldAtEveryStep() {
    String email = "journey@example.org";
    Receipt receipt =
        reception.post(
            UUID.randomUUID().toString(),
            Reception.appeal(
                "Портал", "Не работает личный кабинет предпринимателя", email, COMMITTEE));

    reception.awaitDesk(receipt.appealId(), appeal -> appeal.path("version").asInt() == 1);
    Answer taken =
        reception.act(
            receipt.appealId(),
            """
            {"type":"TAKE_UP","expectedVersion":1,"actor":"Смирнова О. В."}\
            """);
    Answer redirected =
        reception.act(
            receipt.appealId(),
            """
            {"type":"REDIRECT","expectedVersion":2,"actor":"Смирнова О. В.",
             "toCommittee":"education","reason":"Речь о школьном портале"}\
            """);
    reception.awaitDesk(receipt.appealId(), appeal -> appeal.path("version").asInt() == 3);
    Answer answered =
        reception.act(
            receipt.appealId(),
            """
            {"type":"ANSWER","expectedVersion":3,"actor":"Козлов П. Р.",
             "text":"Кабинет заработает в понедельник."}\
            """);

    assertThat(List.of(taken.status(), redirected.status(), answered.status()))
        .as("%s %s %s", taken, redirected, answered)
        .containsOnly(200);
    JsonNode tracked = awaitAnswer(receipt, "Кабинет заработает в понедельник.");
    assertThat(tracked.path("committee").toString()).contains("education");
    assertThat(tracked.path("registrationNumber").asString()).startsWith("МГД-");
    assertThat(tracked.path("dueAtExplanation").asString()).contains("59-ФЗ");
    JsonNode atDesk =
        reception.awaitDesk(
            receipt.appealId(), appeal -> appeal.path("status").asString().equals("ANSWERED"));
    assertThat(atDesk.path("history").size()).isGreaterThanOrEqualTo(4);

    await().atMost(Reception.PATIENCE).untilAsserted(() -> assertThat(mailsTo(email)).hasSize(3));
    assertThat(mailsTo(email)).allMatch(mail -> mail.contains("Message-ID:"));
  }

  @Test
  void oneAppealIsOneTraceFromThePostToTheNotice() {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    Answer accepted =
        reception.send(
            reception
                .request(Listener.INTAKE, "/api/v1/appeals")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        Reception.appeal("След", "Текст", "trace@example.org", COMMITTEE))));
    String appealId = accepted.body().path("appealId").asString();

    await()
        .atMost(Reception.PATIENCE)
        .untilAsserted(() ->
            assertThat(topicsWith(appealId, trace))
                .contains(
                    "appeals.received.v1",
                    "appeals.status-changed.v1",
                    "appeals.routed." + COMMITTEE + ".v1",
                    "notifications.delivery.v1"));
  }

  @Test
  void ofTwoPeopleWhoActOnTheSameAppealAtOnceExactlyOneWins() {
    Receipt receipt =
        reception.post(
            UUID.randomUUID().toString(),
            Reception.appeal("Двое", "Двое берут одно обращение", "two@example.org", COMMITTEE));
    reception.awaitDesk(receipt.appealId(), appeal -> appeal.path("version").asInt() == 1);

    List<CompletableFuture<Answer>> both =
        Stream.of("Первый", "Вторая")
            .map(actor ->
                CompletableFuture.supplyAsync(() ->
                    reception.act(
                        receipt.appealId(),
                        "{\"type\":\"TAKE_UP\",\"expectedVersion\":1,\"actor\":\"%s\"}"
                            .formatted(actor))))
            .toList();

    assertThat(both.stream().map(CompletableFuture::join).map(Answer::status))
        .containsExactlyInAnyOrder(200, 409);
  }

  @Test
  void manyAppealsGetDistinctNumbersAndARepeatIsTheSameAppeal() {
    List<Receipt> receipts =
        IntStream.range(0, 50)
            .mapToObj(i -> {
              String key = "many-appeals-key-" + i;
              String body =
                  Reception.appeal("Номер " + i, "Текст " + i, "n" + i + "@example.org", null);
              Receipt first = reception.post(key, body);
              assertThat(reception.post(key, body)).isEqualTo(first);
              return first;
            })
            .toList();

    Set<String> numbers = new TreeSet<>();
    for (Receipt receipt : receipts) {
      JsonNode tracked = reception.awaitTracking(receipt, "ROUTED");
      numbers.add(tracked.path("registrationNumber").asString());
    }
    assertThat(numbers).hasSize(50);
    assertThat(receipts.stream().map(Receipt::appealId)).doesNotHaveDuplicates();
  }

  @Test
  void aForeignCommitteeWorksFromThePublishedContractAlone() {
    try (ForeignCommittee foreign =
        new ForeignCommittee(reception.bootstrapServers(), "science-industry")) {
      Receipt receipt =
          reception.post(
              UUID.randomUUID().toString(),
              Reception.appeal(
                  "Технопарк", "Завод шумит", "foreign@example.org", "science-industry"));

      JsonNode routed =
          foreign.await("routed", "AppealRouted", "/summary/appealId", receipt.appealId());
      String action =
          foreign.act(
              "AnswerAppeal",
              receipt.appealId(),
              Map.of(
                  "appealId",
                  receipt.appealId(),
                  "expectedVersion",
                  routed.at("/summary/version").asInt(),
                  "actor",
                  "Орлова Н. Н.",
                  "text",
                  "Завод перенесут."));

      foreign.await("actionOutcome", "ActionDone", "/actionId", action);
      awaitAnswer(receipt, "Завод перенесут.");
    }
  }

  /** Status and text come over two topics, and either may be there first. */
  private JsonNode awaitAnswer(Receipt receipt, String text) {
    return reception.awaitJson(
        () -> reception.track(receipt),
        body ->
            body.path("status").asString("").equals("ANSWERED")
                && body.path("answer").asString("").contains(text));
  }

  @Test
  void everyServiceTellsWhatAnOperatorWantsToSee() {
    for (Listener service :
        List.of(Listener.INTAKE, Listener.DESK, Listener.ROUTER, Listener.NOTIFICATIONS)) {
      assertThat(reception.health(service).status()).as("%s", service).isEqualTo(200);
      assertThat(reception.get(service, "/actuator/health/liveness").status()).isEqualTo(200);
    }
    reception.post(
        UUID.randomUUID().toString(),
        Reception.appeal("Счётчики", "Текст", "meters@example.org", COMMITTEE));
    Map<Listener, List<String>> expected =
        Map.of(
            Listener.INTAKE, List.of("reception_intake_accepted"),
            Listener.ROUTER,
                List.of(
                    "reception_router_registered",
                    "reception_router_routed",
                    "reception_router_timers_oldest_delay_seconds",
                    "kafka_consumer_fetch_manager_records_lag"),
            Listener.NOTIFICATIONS, List.of("reception_notifications_notices"));
    expected.forEach((service, names) ->
        await()
            .atMost(Reception.PATIENCE)
            .untilAsserted(() ->
                assertThat(reception.get(service, "/actuator/prometheus").body().asString())
                    .contains(names)));
  }

  private static List<String> mailsTo(String email) {
    return reception.mails().stream().filter(mail -> mail.contains("To: " + email)).toList();
  }

  /** The topics that hold a record of the appeal within the trace. */
  private static Set<String> topicsWith(String appealId, String trace) {
    Set<String> topics = new TreeSet<>();
    try (TopicReader reader = new TopicReader(reception.bootstrapServers())) {
      reader.read(
          reader.topics(Pattern.compile("(appeals|notifications)\\..*\\.v1")),
          record -> {
            Header header = record.headers().lastHeader("traceparent");
            if (new String(record.key(), UTF_8).equals(appealId)
                && header != null
                && new String(header.value(), UTF_8).contains(trace)) {
              topics.add(record.topic());
            }
          });
    }
    return topics;
  }
}
