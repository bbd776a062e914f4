package city.reception.intake.resident;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AnswerRated;
import city.reception.events.ClarificationGiven;
import city.reception.events.ContactErasureRequested;
import city.reception.events.IntakeEvent;
import city.reception.events.ReopeningRequested;
import city.reception.events.Topics;
import city.reception.events.WithdrawalRequested;
import city.reception.events.codec.Envelope;
import city.reception.intake.IntakeClient;
import city.reception.intake.IntakeTest;
import city.reception.intake.Letters;
import city.reception.intake.LogReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntakeTest
class ResidentActionTest {

  @Autowired IntakeClient client;
  @Autowired LogReader log;

  private String appeal = "";
  private String code = "";

  @BeforeEach
  void aResidentHasSentAnAppeal() {
    IntakeClient.Answer receipt = client.post(IntakeClient.newKey(), Letters.plain().toString());
    appeal = receipt.text("appealId");
    code = receipt.text("trackingCode");
  }

  @Test
  void aWithdrawalLiesInTheLogBehindItsAppeal() {
    IntakeClient.Answer answer =
        client.send(act("{\"type\":\"WITHDRAW\",\"reason\":\"Лифт починили.\"}"));

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
    List<Envelope<IntakeEvent>> events = log.events(Topics.RECEIVED, appeal);
    assertThat(events).hasSize(2);
    assertThat(events.getLast().id().value()).isEqualTo(answer.text("actionId"));
    assertThat(events.getLast().event())
        .isInstanceOfSatisfying(
            WithdrawalRequested.class, e -> assertThat(e.reason()).isEqualTo("Лифт починили."));
  }

  @Test
  void aContactCanBeErased() {
    assertThat(client.send(act("{\"type\":\"ERASE_CONTACT\"}")).status()).isEqualTo(202);
    assertThat(log.events(Topics.RECEIVED, appeal).getLast().event())
        .isInstanceOf(ContactErasureRequested.class);
  }

  @Test
  void aResidentMakesClearWhatWasMeantRatesTheAnswerAndHasTheCaseOpenedAgain() {
    assertThat(client.send(act("{\"type\":\"CLARIFY\",\"text\":\"Второй подъезд.\"}")).status())
        .isEqualTo(202);
    assertThat(
            client
                .send(act("{\"type\":\"RATE\",\"score\":2,\"comment\":\"Не починили.\"}"))
                .status())
        .isEqualTo(202);
    assertThat(client.send(act("{\"type\":\"RATE\",\"score\":5}")).status()).isEqualTo(202);
    assertThat(client.send(act("{\"type\":\"REOPEN\",\"reason\":\"Стоит.\"}")).status())
        .isEqualTo(202);

    List<IntakeEvent> events =
        log.events(Topics.RECEIVED, appeal).stream().map(Envelope::event).toList();
    assertThat(events).hasSize(5);
    assertThat(events.get(1))
        .isInstanceOfSatisfying(
            ClarificationGiven.class, e -> assertThat(e.text()).isEqualTo("Второй подъезд."));
    assertThat(events.get(2))
        .isInstanceOfSatisfying(
            AnswerRated.class,
            e -> {
              assertThat(e.score()).isEqualTo(2);
              assertThat(e.comment()).isEqualTo("Не починили.");
            });
    assertThat(events.get(3))
        .isInstanceOfSatisfying(AnswerRated.class, e -> assertThat(e.comment()).isNull());
    assertThat(events.get(4))
        .isInstanceOfSatisfying(
            ReopeningRequested.class, e -> assertThat(e.reason()).isEqualTo("Стоит."));
  }

  @Test
  void whatEachActNeedsAndDoesNotTakeIsNamed() {
    assertThat(client.send(act("{\"type\":\"CLARIFY\",\"reason\":\"x\"}")).errors())
        .containsExactlyInAnyOrder("text: required", "reason: unknown");
    assertThat(client.send(act("{\"type\":\"RATE\",\"score\":6}")).errors())
        .containsExactly("score: range");
    assertThat(client.send(act("{\"type\":\"RATE\",\"score\":4.5,\"text\":\"x\"}")).errors())
        .containsExactlyInAnyOrder("score: type", "text: unknown");
    assertThat(client.send(act("{\"type\":\"REOPEN\",\"reason\":\" \"}")).errors())
        .containsExactly("reason: required");
    assertThat(client.send(act("{\"type\":\"ERASE_CONTACT\",\"reason\":\"x\"}")).errors())
        .containsExactly("reason: unknown");
    String long20001 = "я".repeat(20_001);
    assertThat(client.send(act("{\"type\":\"CLARIFY\",\"text\":\"" + long20001 + "\"}")).errors())
        .containsExactly("text: too-long");
    assertThat(log.events(Topics.RECEIVED, appeal)).hasSize(1);
  }

  @Test
  void underOneKeyAnotherScoreIsAnotherAct() {
    String key = IntakeClient.newKey();
    String good = "{\"type\":\"RATE\",\"score\":5}";
    String first = client.send(act(good).header("Idempotency-Key", key)).text("actionId");
    assertThat(client.send(act(good).header("Idempotency-Key", key)).text("actionId"))
        .isEqualTo(first);
    assertThat(
            client
                .send(act("{\"type\":\"RATE\",\"score\":1}").header("Idempotency-Key", key))
                .text("actionId"))
        .isNotEqualTo(first);
  }

  @Test
  void aRepeatUnderTheSameKeyIsTheSameEventAndWithoutAKeyItIsAnother() {
    String key = IntakeClient.newKey();
    String body = "{\"type\":\"WITHDRAW\"}";
    String first = client.send(act(body).header("Idempotency-Key", key)).text("actionId");
    assertThat(client.send(act(body).header("Idempotency-Key", key)).text("actionId"))
        .isEqualTo(first);
    assertThat(client.send(act(body)).text("actionId")).isNotEqualTo(first);
  }

  @Test
  void aWrongCodeGetsTheSame404AsTracking() {
    String tracked = client.track(appeal, "T1-wrong").response().body();
    IntakeClient.Answer answer =
        client.send(
            act("{\"type\":\"WITHDRAW\"}").setHeader("Tracking-Code", code.replace('-', '_')));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.response().body()).isEqualTo(tracked);
    assertThat(log.events(Topics.RECEIVED, appeal)).hasSize(1);
  }

  @Test
  void everyBadFieldIsNamed() {
    IntakeClient.Answer answer =
        client.send(
            act("{\"type\":\"BURN\",\"reason\":5,\"colour\":1}")
                .header("Idempotency-Key", "short"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("type")).isEqualTo("urn:reception:problem:invalid-action");
    assertThat(answer.errors())
        .containsExactlyInAnyOrder(
            "Idempotency-Key: format", "type: choice", "reason: type", "colour: unknown");
  }

  private HttpRequest.Builder act(String body) {
    return client
        .request("/api/v1/appeals/" + appeal + "/actions")
        .header("Content-Type", "application/json")
        .header("Tracking-Code", code)
        .POST(BodyPublishers.ofString(body));
  }
}
