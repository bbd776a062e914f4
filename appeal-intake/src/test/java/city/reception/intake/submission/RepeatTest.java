package city.reception.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.IntakeEvent;
import city.reception.events.Topics;
import city.reception.events.codec.Envelope;
import city.reception.intake.Instances;
import city.reception.intake.IntakeClient;
import city.reception.intake.IntakeTest;
import city.reception.intake.Letters;
import city.reception.intake.LogReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntakeTest
class RepeatTest {

  @Autowired IntakeClient client;
  @Autowired LogReader log;
  @Autowired Instances instances;

  @Test
  void aRepeatIsTheSameAppealWithTheSameCodeAndTheSameEvent() {
    String key = IntakeClient.newKey();
    IntakeClient.Answer first = client.post(key, Letters.full().toString());
    // The same values in another layout and with escapes are the same body.
    IntakeClient.Answer second =
        client.post(key, Letters.full().toPrettyString().replace("И", "\\u0418"));

    assertThat(first.status()).isEqualTo(202);
    assertThat(second.response().body()).isEqualTo(first.response().body());
    List<Envelope<IntakeEvent>> events = log.events(Topics.RECEIVED, first.text("appealId"));
    assertThat(events.stream().map(Envelope::id).distinct()).hasSize(1);
    assertThat(events.stream().map(Envelope::bodyDigest).distinct()).hasSize(1);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    String key = IntakeClient.newKey();
    assertThat(client.post(key, Letters.plain().toString()).status()).isEqualTo(202);

    IntakeClient.Answer other = client.post(key, Letters.but(b -> b.put("subject", "Другое")));

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("type")).isEqualTo("urn:reception:problem:key-reused");
    assertThat(client.post(key, Letters.plain().toString()).status()).isEqualTo(202);
  }

  @Test
  void anInitiativeInAnotherDirectionIsAnotherBody() {
    String key = IntakeClient.newKey();
    assertThat(client.post(key, Letters.full().toString()).status()).isEqualTo(202);

    String other = Letters.full().put("initiativeDirection", "PUBLIC_SERVICE").toString();

    assertThat(client.post(key, other).status()).isEqualTo(422);
  }

  @Test
  void anotherInstanceAnswersARepeatAlikeAndRefusesAnotherBodyAlsoAfterARestart() {
    String key = IntakeClient.newKey();
    IntakeClient.Answer first = client.post(key, Letters.plain().toString());
    String other = Letters.but(b -> b.put("subject", "Другое"));

    try (Instances.Instance second = instances.start()) {
      IntakeClient.Answer repeat = second.client().post(key, Letters.plain().toString());
      assertThat(repeat.text("appealId")).isEqualTo(first.text("appealId"));
      assertThat(repeat.text("trackingCode")).isEqualTo(first.text("trackingCode"));
      assertThat(second.client().post(key, other).status()).isEqualTo(422);

      String late = IntakeClient.newKey();
      assertThat(second.client().post(late, Letters.plain().toString()).status()).isEqualTo(202);
      await().until(() -> client.post(late, other).status() == 422);
    }
    try (Instances.Instance restarted = instances.start()) {
      IntakeClient.Answer repeat = restarted.client().post(key, Letters.plain().toString());
      assertThat(repeat.text("trackingCode")).isEqualTo(first.text("trackingCode"));
      assertThat(restarted.client().post(key, other).status()).isEqualTo(422);
    }
  }

  @Test
  void ofTwoBodiesAtOnceUnderOneKeyOneAtMostIsAccepted()
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 20; round++) {
        String key = IntakeClient.newKey();
        List<Future<IntakeClient.Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          String body = Letters.but(b -> b.put("subject", "Тема " + answers.size()));
          answers.add(threads.submit(() -> client.post(key, body)));
        }
        int accepted = 0;
        for (Future<IntakeClient.Answer> answer : answers) {
          int status = answer.get().status();
          assertThat(status).isIn(202, 422);
          accepted += status == 202 ? 1 : 0;
        }
        assertThat(accepted).isEqualTo(1);
      }
    }
  }

  @Test
  void twoChannelsUnderOneKeyAreTwoAppeals() {
    String key = IntakeClient.newKey();
    IntakeClient.Answer open = client.post(key, Letters.plain().toString());
    IntakeClient.Answer keyed =
        client.send(
            client
                .request(IntakeClient.APPEALS)
                .header("Authorization", "Bearer the-key-of-the-call-centre")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(Letters.plain().toString())));
    assertThat(keyed.status()).isEqualTo(202);
    assertThat(keyed.text("appealId")).isNotEqualTo(open.text("appealId"));
  }
}
