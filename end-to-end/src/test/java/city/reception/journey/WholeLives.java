package city.reception.journey;

import static city.reception.journey.OneReceptionTest.reception;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.journey.Reception.Answer;
import city.reception.journey.Reception.Receipt;
import city.reception.local.system.LocalPorts.Listener;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What may become of an appeal beside the short way to its answer, through the whole system. */
abstract class WholeLives {

  private static final String COMMITTEE = "city-services-housing";

  @Test
  void anAppealOfAnotherBodysBusinessIsForwardedAndTheResidentIsToldWhereTo() {
    Receipt receipt = posted("forward@example.org");

    done(
        receipt.appealId(),
        """
        {"type":"FORWARD","expectedVersion":1,"actor":"Белова М. С.",
         "toBody":"Жилищная инспекция","reason":"Надзор ведёт она."}\
        """);

    JsonNode tracked = reception.awaitTracking(receipt, "FORWARDED");
    awaitMails("forward@example.org", 2, "направлено в другой орган");
    assertThat(last(tracked).path("next").asString()).contains("рассмотрение окончено");
    reception.awaitJson(
        () -> reception.track(receipt),
        body -> last(body).path("text").asString().contains("Куда: Жилищная инспекция."));
  }

  @Test
  void aRefusalIsToldWithItsGroundItsArticleAndTheAddress() {
    Receipt receipt = posted("refuse@example.org");

    done(
        receipt.appealId(),
        """
        {"type":"REFUSE","expectedVersion":1,"actor":"Белова М. С.",
         "ground":"ALREADY_PUBLISHED","publishedAt":"https://duma.example/answers/17"}\
        """);

    awaitMails("refuse@example.org", 2, "оставлено без ответа по существу");
    reception.awaitTracking(receipt, "REFUSED");
    reception.awaitJson(
        () -> reception.track(receipt),
        body -> {
          String told = last(body).path("text").asString();
          return told.contains("59-ФЗ, статья 11")
              && told.contains("https://duma.example/answers/17");
        });
  }

  @Test
  void theResidentMakesClearWhatWasMeantAndIsAnsweredRatesAndHasTheCaseOpenedAgain() {
    Receipt receipt = posted("life@example.org");
    done(
        receipt.appealId(),
        """
        {"type":"ASK_CLARIFICATION","expectedVersion":1,"actor":"Белова М. С.",
         "question":"Какой подъезд?"}\
        """);
    reception.awaitTracking(receipt, "CLARIFICATION_ASKED");
    awaitMails("life@example.org", 2, "просим уточнить");
    reception.awaitJson(
        () -> reception.track(receipt),
        body -> body.at("/clarification/question").asString("").equals("Какой подъезд?"));

    resident(receipt, "{\"type\":\"CLARIFY\",\"text\":\"Второй.\"}");
    JsonNode clarified = awaitEvent(receipt.appealId(), "CLARIFIED");
    assertThat(clarified.path("history").toString()).contains("Второй.");
    assertThat(clarified.path("clarification").isNull()).isTrue();

    done(
        receipt.appealId(),
        """
        {"type":"ANSWER","expectedVersion":%d,"actor":"Орлов П. А.",
         "text":"Лифт отремонтирован.","result":"SATISFIED"}\
        """
            .formatted(clarified.path("version").asInt()));
    reception.awaitTracking(receipt, "ANSWERED");
    awaitMails("life@example.org", 3, "Ответ на обращение");

    resident(receipt, "{\"type\":\"RATE\",\"score\":2,\"comment\":\"Опять стоит.\"}");
    awaitEvent(receipt.appealId(), "RATED");
    resident(receipt, "{\"type\":\"REOPEN\",\"reason\":\"Лифт снова не работает.\"}");
    JsonNode reopened = awaitEvent(receipt.appealId(), "REOPENED");
    assertThat(reopened.path("committee").asString()).isEqualTo(COMMITTEE);
    assertThat(reopened.path("history").toString()).contains("Опять стоит.");
    reception.awaitTracking(receipt, "ROUTED");
    awaitMails("life@example.org", 4, "возобновлено");
  }

  @Test
  void aSplitAppealIsAnsweredWhenBothItsPartsAreAndTheResidentHearsOfEach() {
    Receipt receipt = posted("split@example.org");
    done(
        receipt.appealId(),
        """
        {"type":"SPLIT","expectedVersion":1,"actor":"Белова М. С.","reason":"Два вопроса.",
         "parts":[{"committee":"environment","question":"О деревьях."},
                  {"committee":"education","question":"О школе."}]}\
        """);
    JsonNode whole =
        reception.awaitDesk(
            receipt.appealId(),
            appeal ->
                appeal.path("parts").size() == 2
                    && appeal.path("status").asString("").equals("SPLIT")
                    && appeal.at("/parts/0/part").asInt(0) == 1
                    && appeal.at("/parts/1/part").asInt(0) == 2);
    assertThat(whole.at("/parts/0/committee").asString()).isEqualTo("environment");
    assertThat(whole.at("/parts/0/dueAt").asString()).isEqualTo(whole.path("dueAt").asString());

    answerPart(whole.at("/parts/0/appealId").asString(), "Деревья посадят.");
    awaitMails("split@example.org", 3, "рассмотрен один из вопросов");
    reception.awaitTracking(receipt, "SPLIT");
    answerPart(whole.at("/parts/1/appealId").asString(), "Школу построят.");

    reception.awaitTracking(receipt, "ANSWERED");
    awaitMails("split@example.org", 4, "рассмотрен один из вопросов");
    JsonNode answered =
        reception.awaitJson(
            () -> reception.track(receipt),
            body -> body.path("answer").asString("").contains("Школу построят."));
    assertThat(answered.path("answer").asString()).contains("1. О деревьях.\nДеревья посадят.");
    assertThat(answered.at("/parts/1/outcome").asString()).isEqualTo("ANSWERED");
  }

  private static Receipt posted(String email) {
    Receipt receipt =
        reception.post(
            UUID.randomUUID().toString(),
            Reception.appeal("Дом", "Письмо для " + email, email, COMMITTEE));
    JsonNode appeal =
        reception.awaitDesk(receipt.appealId(), found -> found.path("version").asInt() == 1);
    assertThat(appeal.path("identityAssurance").asString()).isEqualTo("ACCOUNT");
    return receipt;
  }

  private static void answerPart(String part, String text) {
    done(
        part,
        """
        {"type":"ANSWER","expectedVersion":1,"actor":"Орлов П. А.","text":"%s"}\
        """
            .formatted(text));
  }

  private static void done(String appealId, String action) {
    Answer answer = reception.act(appealId, action);
    assertThat(answer.status()).as("%s", answer).isIn(200, 202);
  }

  private static void resident(Receipt receipt, String action) {
    Answer answer =
        reception.send(
            reception
                .request(Listener.INTAKE, "/api/v1/appeals/" + receipt.appealId() + "/actions")
                .header("Tracking-Code", receipt.trackingCode())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(action)));
    assertThat(answer.status()).as("%s", answer).isEqualTo(202);
  }

  private static JsonNode awaitEvent(String appealId, String event) {
    return reception.awaitDesk(
        appealId,
        appeal ->
            appeal
                .path("history")
                .valueStream()
                .anyMatch(entry ->
                    entry.path("event").asString().equals(event)
                        // Its words come by another topic than the event.
                        && (entry.path("text").isString() || entry.path("reason").isString())));
  }

  private static JsonNode last(JsonNode tracked) {
    JsonNode timeline = tracked.path("timeline");
    return timeline.path(timeline.size() - 1);
  }

  private static void awaitMails(String email, int count, String lastSubject) {
    await()
        .atMost(Reception.PATIENCE)
        .untilAsserted(() -> {
          List<String> subjects =
              reception.mails().stream()
                  .filter(mail -> mail.contains("To: " + email))
                  .map(WholeLives::subject)
                  .toList();
          assertThat(subjects).hasSize(count);
          assertThat(subjects).anyMatch(subject -> subject.contains(lastSubject));
        });
  }

  private static String subject(String mail) {
    try {
      return new MimeMessage(null, new ByteArrayInputStream(mail.getBytes(UTF_8))).getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
