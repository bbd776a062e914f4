package city.reception.intake.tracking;

import static city.reception.events.AppealStatus.REGISTERED;
import static city.reception.intake.Cases.at;
import static city.reception.intake.Cases.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.AppealId;
import city.reception.events.CaseRegistered;
import city.reception.events.Topics;
import city.reception.intake.Instances;
import city.reception.intake.IntakeClient;
import city.reception.intake.IntakeTest;
import city.reception.intake.Letters;
import city.reception.intake.TopicWriter;
import city.reception.intake.trackingcode.BodyDigest;
import city.reception.intake.trackingcode.TrackingCodes;
import city.reception.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntakeTest
class AccessTest {

  @Autowired IntakeClient client;
  @Autowired TopicWriter topics;
  @Autowired TrackingCodes codes;
  @Autowired Instances instances;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1-1-1-1-1",
        "nothing",
        "00000000-0000-8000-8000-000000000000",
        "'%20or%201=1--",
        "xn--80ak6aa92e"
      })
  void aMalformedIdAndAnUnknownOneAndAWrongCodeGetTheSameAnswer(String id) {
    IntakeClient.Answer receipt = client.post(IntakeClient.newKey(), Letters.plain().toString());
    String code = receipt.text("trackingCode");
    IntakeClient.Answer wrongCode =
        client.track(receipt.text("appealId"), code.substring(0, code.length() - 1) + "*");

    assertThat(wrongCode.status()).isEqualTo(404);
    IntakeClient.Answer answer = client.track(id, code);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.response().body()).isEqualTo(wrongCode.response().body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"%00", "..%5c..", "%2e%2e%2f"})
  void whatIsNoAddressIsRefusedWithoutTellingAnything(String id) {
    IntakeClient.Answer answer = client.track(id, "T1-0-0");
    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.response().body()).doesNotContain("city.reception", "org.apache", "Tomcat");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "--", "T1--", "T1-0-0", "T2-0000000000000000-0000000000000000"})
  void aCodeThatIsNoneOpensNothing(String code) {
    IntakeClient.Answer receipt = client.post(IntakeClient.newKey(), Letters.plain().toString());
    assertThat(client.track(receipt.text("appealId"), code).status()).isEqualTo(404);
    assertThat(client.track(receipt.text("appealId"), "x".repeat(5_000)).status()).isEqualTo(404);
  }

  @Test
  void withoutACodeThereIsNothing() {
    IntakeClient.Answer receipt = client.post(IntakeClient.newKey(), Letters.plain().toString());
    assertThat(client.send(client.request("/api/v1/appeals/" + receipt.text("appealId"))).status())
        .isEqualTo(404);
  }

  @Test
  void theCodeOfAnotherBodyUnderTheSameKeyOpensNothing() {
    IntakeClient.Answer receipt = client.post(IntakeClient.newKey(), Letters.plain().toString());
    AppealId appeal = AppealId.parse(receipt.text("appealId"));
    String others = codes.issue(appeal, new BodyDigest(new byte[32]));

    assertThat(client.track(appeal.toString(), others).status()).isEqualTo(404);
  }

  @Test
  void theRegisteredBodyDecidesWhichCodeIsRight() {
    AppealId appeal = new AppealId(UUID.randomUUID());
    BodyDigest registered = new BodyDigest(new byte[32]);
    byte[] other = new byte[32];
    other[3] = 1;
    String right = codes.issue(appeal, registered);
    String wrong = codes.issue(appeal, new BodyDigest(other));

    assertThat(client.track(appeal.toString(), wrong).text("status")).isEqualTo("RECEIVED");
    topics.write(
        Topics.STATUS_CHANGED,
        new CaseRegistered(
            summary(appeal, 1, 0, REGISTERED), at(0), registered.text(), true, null));

    await().until(() -> client.track(appeal.toString(), wrong).status() == 404);
    assertThat(client.track(appeal.toString(), right).text("status")).isEqualTo("REGISTERED");
  }

  @Test
  void withoutItsDatabaseIntakeTakesAppealsAndSaysThatTrackingIsAway() throws SQLException {
    TestPostgres.Database own = TestPostgres.freshDatabase();
    try (Instances.Instance instance = instances.start(own)) {
      IntakeClient here = instance.client();
      String name = own.url().substring(own.url().lastIndexOf('/') + 1);
      TestPostgres.Database beside = TestPostgres.freshDatabase();
      try (Connection connection = beside.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("alter database " + name + " allow_connections false");
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                + name
                + "'");
      }

      IntakeClient.Answer receipt = here.post(IntakeClient.newKey(), Letters.plain().toString());
      assertThat(receipt.status()).isEqualTo(202);
      long began = System.nanoTime();
      IntakeClient.Answer answer =
          here.track(receipt.text("appealId"), receipt.text("trackingCode"));
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.text("type")).isEqualTo("urn:reception:problem:tracking-unavailable");
      assertThat(answer.header("Retry-After")).isEqualTo("5");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
      assertThat(here.send(here.request("/actuator/health/readiness")).status()).isEqualTo(200);
    }
  }
}
