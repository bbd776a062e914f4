package city.reception.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.events.AppealId;
import city.reception.events.AppealReceived;
import city.reception.events.IdentityAssurance;
import city.reception.events.Topics;
import city.reception.intake.IntakeClient;
import city.reception.intake.IntakeTest;
import city.reception.intake.Letters;
import city.reception.intake.LogReader;
import city.reception.intake.problem.ProblemException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntakeTest
class ChannelTest {

  @Autowired IntakeClient client;
  @Autowired LogReader log;

  @Test
  void aChannelIsKnownByItsKey() {
    String key = IntakeClient.newKey();
    IntakeClient.Answer answer = post("bearer the-key-of-the-scanning-hall", key);

    assertThat(answer.status()).isEqualTo(202);
    String appealId = AppealId.of("scanned-mail", key).toString();
    assertThat(answer.text("appealId")).isEqualTo(appealId);
    AppealReceived event =
        (AppealReceived) log.events(Topics.RECEIVED, appealId).getFirst().event();
    assertThat(event.channel()).isEqualTo("scanned-mail");
    assertThat(event.identityAssurance()).isEqualTo(IdentityAssurance.NONE);
  }

  @Test
  void howSurelyAChannelKnowsItsSendersGoesWithTheAppeal() {
    String key = IntakeClient.newKey();
    assertThat(client.post(key, Letters.plain().toString()).status()).isEqualTo(202);

    AppealReceived event =
        (AppealReceived)
            log.events(Topics.RECEIVED, AppealId.of("portal", key).toString()).getFirst().event();

    assertThat(event.identityAssurance()).isEqualTo(IdentityAssurance.ACCOUNT);
  }

  @Test
  void ofWhatIsNotElectronicNoIdentityIsAsked() {
    String key = IntakeClient.newKey();
    assertThat(post("Bearer the-key-of-the-call-centre", key).status()).isEqualTo(202);

    AppealReceived event =
        (AppealReceived)
            log.events(Topics.RECEIVED, AppealId.of("call-centre", key).toString())
                .getFirst()
                .event();

    assertThat(event.identityAssurance()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer wrong", "Bearer", "Basic dXNlcjpwYXNz", "the-key-of-the-call-centre"})
  void aWrongKeyIsNotThePublicChannel(String authorization) {
    IntakeClient.Answer answer = post(authorization, IntakeClient.newKey());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer ");
    assertThat(answer.text("type")).isEqualTo("urn:reception:problem:unauthorized");
  }

  @Test
  void withoutAPublicChannelAKeyIsNeeded() {
    Channels channels =
        new Channels(new ChannelsProperties(List.of(), null, IdentityAssurance.NONE));
    assertThatThrownBy(() -> channels.authenticate(null))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().type().status()).isEqualTo(401));
  }

  private IntakeClient.Answer post(String authorization, String key) {
    return client.send(
        client
            .request(IntakeClient.APPEALS)
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(Letters.plain().toString())));
  }
}
