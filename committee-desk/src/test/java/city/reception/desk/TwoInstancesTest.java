package city.reception.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.desk.queue.ActionLedger;
import city.reception.events.EventId;
import city.reception.testing.TestPostgres;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Two desks share the database and the work; the answer finds the one that asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesTest extends DeskTest {

  @Autowired TestPostgres.Database database;
  @Autowired ConcurrentMessageListenerContainer<byte[], byte[]> feed;

  @SuppressWarnings("NullAway.Init")
  private ConfigurableApplicationContext second;

  @SuppressWarnings("NullAway.Init")
  private DeskClient otherDesk;

  @BeforeAll
  void startTheSecond() {
    second =
        DeskApplication.application()
            .run(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--reception.desk.actions.patience=5s",
                "--reception.desk.actions.delivery=5s",
                "--reception.topics.replication-factor=1",
                "--reception.topics.min-insync-replicas=1",
                "--reception.committees.location=classpath:committees-of-test.yaml");
    otherDesk = DeskClient.of(second);
  }

  @AfterEach
  void followTheCasesAgain() {
    feed.start();
    second.getBean("deskFeed", ConcurrentMessageListenerContainer.class).start();
  }

  @AfterAll
  void stopTheSecond() {
    second.close();
  }

  @Test
  void the_outcome_reaches_the_instance_that_asked_while_the_other_reads_all_topics() {
    TestCase appeal = routed(TestCase.heldBy(IT));
    feed.stop();

    DeskClient.Answer takenUp = desk.act(appeal.id(), takeUp(1));

    assertThat(takenUp.status()).isEqualTo(200);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(otherDesk.get("/api/v1/appeals/" + appeal.id()).text("status"))
                .isEqualTo("TAKEN_UP"));
    assertThat(otherDesk.act(appeal.id(), answer(2, "Сделано.")).status()).isEqualTo(200);
  }

  @Test
  void a_decision_is_told_though_no_instance_follows_the_cases_just_then() {
    TestCase appeal = routed(TestCase.heldBy(IT));
    feed.stop();
    second.getBean("deskFeed", ConcurrentMessageListenerContainer.class).stop();

    DeskClient.Answer takenUp = desk.act(appeal.id(), takeUp(1));

    assertThat(takenUp.status()).isEqualTo(200);
    assertThat(takenUp.body().path("version").asInt()).isEqualTo(2);
    assertThat(otherDesk.get("/api/v1/actions/" + takenUp.text("actionId")).text("state"))
        .isEqualTo("DONE");
  }

  @Test
  void a_double_click_that_lands_on_both_instances_is_one_action() {
    TestCase appeal = routed(TestCase.heldBy(IT));
    String key = ActionTest.key();

    CompletableFuture<DeskClient.Answer> here =
        CompletableFuture.supplyAsync(
            () -> desk.act(appeal.id(), takeUp(1), "Idempotency-Key", key));
    DeskClient.Answer there = otherDesk.act(appeal.id(), takeUp(1), "Idempotency-Key", key);

    assertThat(there.status()).isEqualTo(200);
    assertThat(here.join().body()).isEqualTo(there.body());
    assertThat(router.decisionsOn(appeal.id())).isEqualTo(1);
  }

  @Test
  void an_action_carries_on_the_trace_of_its_request() {
    TestCase appeal = routed(TestCase.heldBy(IT));
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    DeskClient.Answer takenUp =
        otherDesk.act(
            appeal.id(), takeUp(1), "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");

    assertThat(
            second
                .getBean(ActionLedger.class)
                .find(new EventId(takenUp.text("actionId")))
                .orElseThrow()
                .record()
                .headers()
                .get("traceparent"))
        .startsWith("00-" + trace);
  }
}
