package city.reception.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.AppealStatus;
import city.reception.events.CaseRedirected;
import city.reception.events.CommitteeId;
import city.reception.events.EventId;
import city.reception.events.Topics;
import city.reception.testing.TestKafka;
import city.reception.testing.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A desk that serves one committee, and what it says when Kafka is gone. */
class DeskAloneTest {

  private static final CommitteeId IT = new CommitteeId("entrepreneurship-innovation-it");
  private static final CommitteeId ECOLOGY = new CommitteeId("ecology");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void a_desk_serves_its_committees_only_and_says_so_when_kafka_is_gone() {
    TestPostgres.Database database = TestPostgres.freshDatabase();
    try (TestKafka kafka = TestKafka.start();
        ConfigurableApplicationContext context =
            DeskApplication.application()
                .run(
                    "--server.port=0",
                    "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                    "--spring.datasource.url=" + database.url(),
                    "--spring.datasource.username=" + database.user(),
                    "--spring.datasource.password=" + database.password(),
                    "--reception.desk.committees=ecology",
                    "--reception.desk.actions.delivery=500ms",
                    "--reception.topics.create=true",
                    "--reception.topics.replication-factor=1",
                    "--reception.topics.min-insync-replicas=1",
                    "--reception.committees.location=classpath:committees-of-test.yaml");
        TestRouter router = new TestRouter(kafka.bootstrapServers(), List.of(IT, ECOLOGY))) {
      DeskClient desk = DeskClient.of(context);

      itKnowsWhatItsOwnCommitteesHoldOrHeld(router, desk);
      itKeepsAnActionThatKafkaDidNotConfirm(router, desk, kafka);
    }
  }

  private static void itKnowsWhatItsOwnCommitteesHoldOrHeld(TestRouter router, DeskClient desk) {
    TestCase foreign = router.open(TestCase.heldBy(IT));
    TestCase passedOn = routed(router, desk);
    router.say(
        Topics.STATUS_CHANGED,
        new CaseRedirected(
            passedOn.with(IT).advancedTo(AppealStatus.ROUTED).summary(),
            Instant.parse("2026-11-03T10:00:00Z"),
            ECOLOGY));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(desk.get("/api/v1/appeals/" + passedOn.id()).text("committee"))
                .isEqualTo(IT.slug()));

    DeskClient.Answer queue = desk.get("/api/v1/committees/" + IT + "/appeals");
    DeskClient.Answer action = desk.act(passedOn.id(), takeUp());

    assertThat(queue.status()).isEqualTo(404);
    assertThat(queue.text("detail")).contains("не обслуживает");
    assertThat(desk.get("/api/v1/appeals/" + foreign.id()).status()).isEqualTo(404);
    assertThat(desk.act(foreign.id(), takeUp()).status()).isEqualTo(404);
    assertThat(action.status()).isEqualTo(409);
    assertThat(action.text("reason")).isEqualTo("NOT_THE_HOLDER");
    assertThat(router.decisionsOn(passedOn.id())).isZero();
  }

  private static void itKeepsAnActionThatKafkaDidNotConfirm(
      TestRouter router, DeskClient desk, TestKafka kafka) {
    TestCase appeal = routed(router, desk);
    kafka.close();
    String key = ActionTest.key();

    DeskClient.Answer unknown = desk.act(appeal.id(), takeUp(), "Idempotency-Key", key);

    assertThat(unknown.status()).isEqualTo(503);
    assertThat(unknown.header("Retry-After")).isEqualTo("2");
    assertThat(unknown.text("type")).isEqualTo("urn:reception:problem:outcome-unknown");
    EventId action = EventId.derived("committee-desk", appeal.id().toString(), key);
    assertThat(desk.get("/api/v1/actions/" + action).text("state")).isEqualTo("PENDING");
    assertThat(desk.get("/actuator/health/readiness").status()).isEqualTo(503);
    assertThat(desk.get("/actuator/health/liveness").status()).isEqualTo(200);
  }

  private static TestCase routed(TestRouter router, DeskClient desk) {
    TestCase appeal = router.open(TestCase.heldBy(ECOLOGY));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(desk.get("/api/v1/appeals/" + appeal.id()).body().path("history").size())
                .isEqualTo(2));
    return appeal;
  }

  private static Map<String, Object> takeUp() {
    Map<String, Object> action = new HashMap<>();
    action.put("type", "TAKE_UP");
    action.put("expectedVersion", 1);
    action.put("actor", "Белова М. С.");
    return action;
  }
}
