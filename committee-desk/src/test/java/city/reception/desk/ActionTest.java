package city.reception.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.desk.action.ActionTopics;
import city.reception.desk.queue.ActionLedger;
import city.reception.desk.queue.ActionType;
import city.reception.desk.queue.DeskAction;
import city.reception.events.EventId;
import city.reception.events.TakeUpAppeal;
import city.reception.events.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ActionTest extends DeskTest {

  @Autowired ActionLedger ledger;
  @Autowired ActionTopics topics;
  @Autowired MeterRegistry meters;

  @Test
  void an_appeal_is_taken_up_redirected_and_answered_and_each_shows_at_once() {
    TestCase appeal = routed(TestCase.heldBy(IT));

    DeskClient.Answer takenUp = desk.act(appeal.id(), takeUp(1));

    assertThat(takenUp.status()).isEqualTo(200);
    assertThat(takenUp.text("state")).isEqualTo("DONE");
    assertThat(takenUp.body().path("version").asInt()).isEqualTo(2);
    assertThat(shows(appeal, "status")).isEqualTo("TAKEN_UP");
    assertThat(desk.act(appeal.id(), redirect(2, ECOLOGY, "Вопрос об отходах.")).status())
        .isEqualTo(200);
    assertThat(shows(appeal, "committee")).isEqualTo("ecology");
    assertThat(desk.act(appeal.id(), answer(3, "Мусор вывезен.")).status()).isEqualTo(200);
    assertThat(shows(appeal, "status")).isEqualTo("ANSWERED");
    assertThat(
            meters.counter("reception.desk.actions", "type", "ANSWER", "outcome", "done").count())
        .isPositive();
  }

  @Test
  void of_two_people_at_once_one_wins_and_the_other_is_told() {
    TestCase appeal = routed(TestCase.heldBy(IT));

    List<DeskClient.Answer> answers =
        atOnce(2, () -> desk.act(appeal.id(), takeUp(1), "Accept-Language", "en"));

    assertThat(answers).extracting(DeskClient.Answer::status).containsExactlyInAnyOrder(200, 409);
    DeskClient.Answer refused =
        answers.stream().filter(a -> a.status() == 409).findFirst().orElseThrow();
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(refused.text("type")).isEqualTo("urn:reception:problem:action-refused");
    assertThat(refused.text("reason")).isEqualTo("STALE_VERSION");
    assertThat(refused.text("detail")).startsWith("The appeal has changed");
    assertThat(refused.body().path("version").asInt()).isEqualTo(2);
    DeskClient.Answer later = desk.get("/api/v1/actions/" + refused.text("actionId"));
    assertThat(later.text("state")).isEqualTo("REFUSED");
    assertThat(later.text("reason")).isEqualTo("STALE_VERSION");
  }

  @Test
  void a_refusal_is_explained_in_russian_unless_english_is_asked_for() {
    TestCase appeal = routed(TestCase.heldBy(IT));

    assertThat(desk.act(appeal.id(), takeUp(7)).text("detail"))
        .isEqualTo("Обращение изменилось, пока вы с ним работали. Откройте его заново.");
  }

  @Test
  void a_double_click_is_one_action() throws Exception {
    TestCase appeal = routed(TestCase.heldBy(IT));
    String key = key();

    List<DeskClient.Answer> answers =
        atOnce(4, () -> desk.act(appeal.id(), takeUp(1), "Idempotency-Key", key));

    assertThat(answers).extracting(DeskClient.Answer::status).containsOnly(200);
    assertThat(answers).extracting(a -> a.text("actionId")).containsOnly(id(appeal, key).value());
    assertThat(router.decisionsOn(appeal.id())).isEqualTo(1);
    long sent = recordsIn(Topics.committeeAction(IT));

    DeskClient.Answer repeated = desk.act(appeal.id(), takeUp(1), "Idempotency-Key", key);

    assertThat(repeated.status()).isEqualTo(200);
    assertThat(repeated.body()).isEqualTo(answers.getFirst().body());
    assertThat(recordsIn(Topics.committeeAction(IT))).isEqualTo(sent);
  }

  @Test
  void a_refused_action_is_refused_again_under_its_key() {
    TestCase appeal = routed(TestCase.heldBy(IT));
    String key = key();

    DeskClient.Answer first = desk.act(appeal.id(), takeUp(7), "Idempotency-Key", key);
    DeskClient.Answer again = desk.act(appeal.id(), takeUp(7), "Idempotency-Key", key);

    assertThat(first.status()).isEqualTo(409);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(router.decisionsOn(appeal.id())).isEqualTo(1);
  }

  @Test
  void a_key_used_for_another_action_is_refused() {
    TestCase appeal = routed(TestCase.heldBy(IT));
    String key = key();
    assertThat(desk.act(appeal.id(), takeUp(1), "Idempotency-Key", key).status()).isEqualTo(200);

    for (Map<String, Object> other : List.of(takeUp(2), answer(1, "Сделано."))) {
      DeskClient.Answer refused = desk.act(appeal.id(), other, "Idempotency-Key", key);

      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.text("type")).isEqualTo("urn:reception:problem:key-reused");
    }
    assertThat(router.decisionsOn(appeal.id())).isEqualTo(1);
    TestCase another = routed(TestCase.heldBy(IT));
    assertThat(desk.act(another.id(), takeUp(1), "Idempotency-Key", key).status()).isEqualTo(200);
  }

  @Test
  void what_is_not_decided_in_time_is_told_later() {
    TestCase appeal = routed(TestCase.heldBy(IT));
    String key = key();
    DeskClient.Answer undecided;
    try (TestRouter.Undecided held = router.hold()) {
      undecided = desk.act(appeal.id(), takeUp(1), "Idempotency-Key", key);

      assertThat(undecided.status()).isEqualTo(202);
      assertThat(undecided.header("Location"))
          .isEqualTo("/api/v1/actions/" + undecided.text("actionId"));
      assertThat(desk.get(undecided.header("Location")).text("state")).isEqualTo("PENDING");
    }

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(desk.get(undecided.header("Location")).text("state")).isEqualTo("DONE"));
    assertThat(desk.get(undecided.header("Location")).body().path("version").asInt()).isEqualTo(2);
    DeskClient.Answer repeated = desk.act(appeal.id(), takeUp(1), "Idempotency-Key", key);
    assertThat(repeated.status()).isEqualTo(200);
    assertThat(repeated.body().path("version").asInt()).isEqualTo(2);
    assertThat(router.decisionsOn(appeal.id())).isEqualTo(1);
  }

  @Test
  void an_action_whose_desk_died_before_sending_it_is_sent_by_the_repeat() {
    TestCase appeal = routed(TestCase.heldBy(IT));
    String key = key();
    EventId id = id(appeal, key);
    TakeUpAppeal action = new TakeUpAppeal(appeal.id(), 1, "Белова М. С.");
    ledger.enter(
        DeskAction.pending(id, appeal.id(), ActionType.TAKE_UP, IT, topics.encode(IT, id, action)));
    assertThat(desk.get("/api/v1/actions/" + id).text("state")).isEqualTo("PENDING");

    DeskClient.Answer repeated = desk.act(appeal.id(), takeUp(1), "Idempotency-Key", key);

    assertThat(repeated.status()).isEqualTo(200);
    assertThat(repeated.text("actionId")).isEqualTo(id.value());
    assertThat(router.timesSeen(id)).isEqualTo(1);
  }

  @Test
  void a_repeat_goes_to_the_topic_that_was_chosen_first() {
    TestCase appeal = routed(TestCase.heldBy(IT));
    String key = key();
    EventId id = id(appeal, key);
    TakeUpAppeal action = new TakeUpAppeal(appeal.id(), 1, "Белова М. С.");
    ledger.enter(
        DeskAction.pending(id, appeal.id(), ActionType.TAKE_UP, IT, topics.encode(IT, id, action)));
    assertThat(desk.act(appeal.id(), redirect(1, ECOLOGY, "О парке.")).status()).isEqualTo(200);

    DeskClient.Answer repeated = desk.act(appeal.id(), takeUp(1), "Idempotency-Key", key);

    assertThat(repeated.status()).isEqualTo(409);
    assertThat(repeated.text("reason")).isEqualTo("NOT_THE_HOLDER");
  }

  @Test
  void an_unknown_action_and_an_unknown_appeal_are_not_found() {
    assertThat(desk.get("/api/v1/actions/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(desk.get("/api/v1/actions/" + "x".repeat(200)).status()).isEqualTo(404);
    assertThat(desk.act(UUID.randomUUID(), takeUp(1)).status()).isEqualTo(404);
    assertThat(desk.act("no-id", takeUp(1)).status()).isEqualTo(404);
  }

  private String shows(TestCase appeal, String field) {
    return desk.get("/api/v1/appeals/" + appeal.id()).text(field);
  }

  private static EventId id(TestCase appeal, String key) {
    return EventId.derived("committee-desk", appeal.id().toString(), key);
  }

  static String key() {
    return UUID.randomUUID().toString();
  }
}
