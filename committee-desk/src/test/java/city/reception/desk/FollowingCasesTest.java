package city.reception.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.AppealStatus;
import city.reception.events.CaseAnswered;
import city.reception.events.CaseRedirected;
import city.reception.events.CaseTakenUp;
import city.reception.events.CommitteeId;
import city.reception.events.Topics;
import city.reception.starter.deadletter.DeadLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FollowingCasesTest extends DeskTest {

  private static final Instant AT = Instant.parse("2026-11-03T10:00:00Z");

  @Test
  void the_history_is_whole_with_actors_reasons_reminders_and_the_answer() {
    TestCase appeal = routed(TestCase.heldBy(IT));
    assertThat(desk.act(appeal.id(), takeUp(1)).status()).isEqualTo(200);
    assertThat(desk.act(appeal.id(), redirect(2, ECOLOGY, "Это о парке.")).status()).isEqualTo(200);
    router.remind(appeal.id());
    awaitAppeal(appeal.id(), shown -> assertThat(shown.body().path("history").size()).isEqualTo(5));
    assertThat(desk.act(appeal.id(), answer(3, "Деревья посажены.")).status()).isEqualTo(200);

    JsonNode shown = desk.get("/api/v1/appeals/" + appeal.id()).body();

    assertThat(texts(shown.path("history"), "event"))
        .containsExactly("REGISTERED", "ROUTED", "TAKEN_UP", "REDIRECTED", "REMINDED", "ANSWERED");
    assertThat(versions(shown.path("history")))
        .containsExactly("1.0", "1.1", "2.0", "3.0", "3.1", "4.0");
    JsonNode redirected = shown.path("history").path(3);
    assertThat(redirected.path("actor").asString()).isEqualTo("Белова М. С.");
    assertThat(redirected.path("reason").asString()).isEqualTo("Это о парке.");
    assertThat(redirected.path("fromCommittee").asString()).isEqualTo(IT.slug());
    assertThat(redirected.path("committee").asString()).isEqualTo("ecology");
    assertThat(shown.path("history").path(2).path("actor").asString()).isEqualTo("Белова М. С.");
    assertThat(shown.path("history").path(5).path("text").asString())
        .isEqualTo("Деревья посажены.");
    assertThat(shown.path("transfer").path("reason").asString()).isEqualTo("Это о парке.");
    assertThat(shown.path("version").asInt()).isEqualTo(4);
  }

  @Test
  void an_appeal_shows_what_the_committee_needs_to_answer_it() {
    TestCase appeal = routed(TestCase.heldBy(IT));

    JsonNode shown = desk.get("/api/v1/appeals/" + appeal.id()).body();

    assertThat(shown.path("appealId").asString()).isEqualTo(appeal.id().toString());
    assertThat(shown.path("registrationNumber").asString()).isEqualTo(appeal.number().value());
    assertThat(shown.path("status").asString()).isEqualTo("ROUTED");
    assertThat(shown.path("version").asInt()).isEqualTo(1);
    assertThat(shown.path("committee").asString()).isEqualTo(IT.slug());
    assertThat(shown.path("applicant").path("name").asString()).isEqualTo("Иванова Анна Петровна");
    assertThat(shown.path("subject").asString()).isEqualTo("Не работает лифт");
    assertThat(shown.path("text").asString()).startsWith("Лифт в подъезде");
    assertThat(shown.path("dueAt").asString()).isEqualTo("2026-12-02T09:30:00Z");
    assertThat(shown.path("location").path("latitude").asDouble()).isEqualTo(55.78);
    JsonNode routing = shown.path("routing");
    assertThat(routing.path("explanation").asString()).isEqualTo("По словам: лифт");
    assertThat(routing.at("/topics/0/topic").asString()).isEqualTo("housing-maintenance");
    assertThat(routing.at("/topics/0/terms/0").asString()).isEqualTo("лифт");
    assertThat(routing.at("/remitMismatch/committee").asString()).isEqualTo("transport");
    assertThat(
            desk.get("/api/v1/appeals/" + appeal.id(), "Accept-Language", "en")
                .text("dueAtExplanation"))
        .isEqualTo("30 days from registration");
  }

  @Test
  void a_letter_that_was_registered_after_the_term_is_shown_as_such() {
    TestCase letter = TestCase.heldBy(IT);
    router.say(Topics.STATUS_CHANGED, letter.registered(true));
    router.say(Topics.STATUS_CHANGED, letter.routedStatus());
    router.say(Topics.routed(IT), letter.routed(null));
    shown(letter);
    TestCase electronic = routed(TestCase.heldBy(IT));

    JsonNode registered = desk.get("/api/v1/appeals/" + letter.id()).body().at("/history/0");
    assertThat(registered.path("event").asString()).isEqualTo("REGISTERED");
    assertThat(registered.path("description").asString())
        .isEqualTo("Обращение зарегистрировано (с опозданием)");
    assertThat(registered.at("/more/late").asBoolean()).isTrue();
    assertThat(
            desk.get("/api/v1/appeals/" + electronic.id())
                .body()
                .at("/history/0/more")
                .isMissingNode())
        .isTrue();
  }

  @Test
  void many_readers_at_once_are_all_served() {
    TestCase appeal = routed(TestCase.heldBy(IT));

    assertThat(atOnce(60, () -> desk.get("/api/v1/appeals/" + appeal.id())))
        .extracting(DeskClient.Answer::status)
        .containsOnly(200);
  }

  @Test
  void a_reminder_does_not_raise_the_version() {
    TestCase appeal = routed(TestCase.heldBy(IT));

    router.remind(appeal.id());

    awaitAppeal(appeal.id(), shown -> assertThat(shown.body().path("history").size()).isEqualTo(3));
    assertThat(desk.get("/api/v1/appeals/" + appeal.id()).body().path("version").asInt())
        .isEqualTo(1);
    assertThat(desk.act(appeal.id(), takeUp(1)).status()).isEqualTo(200);
  }

  @Test
  void an_overdue_answer_is_shown_until_it_is_given() {
    TestCase appeal = routed(TestCase.heldBy(IT));
    assertThat(desk.get("/api/v1/appeals/" + appeal.id()).body().path("overdue").asBoolean())
        .isFalse();

    router.raiseToTheChair(appeal.id());

    awaitAppeal(
        appeal.id(), shown -> assertThat(shown.body().path("overdue").asBoolean()).isTrue());
    JsonNode shown = desk.get("/api/v1/appeals/" + appeal.id()).body();
    assertThat(shown.path("history").path(2).path("event").asString()).isEqualTo("OVERDUE");
    router.withdraw(appeal.id());
    awaitAppeal(appeal.id(), gone -> assertThat(gone.body().path("overdue").asBoolean()).isFalse());
  }

  @Test
  void an_extension_moves_the_deadline_and_stands_in_the_history_with_its_reason() {
    TestCase appeal = routed(TestCase.heldBy(IT));
    String dueAt = desk.get("/api/v1/appeals/" + appeal.id()).body().path("dueAt").asString();
    router.raiseToTheChair(appeal.id());

    assertThat(
            desk.act(
                    appeal.id(),
                    Map.of(
                        "type", "EXTEND",
                        "expectedVersion", 1,
                        "actor", "Белова М. С.",
                        "days", 30,
                        "reason", "Запрошены документы."))
                .status())
        .isEqualTo(200);

    JsonNode shown = desk.get("/api/v1/appeals/" + appeal.id()).body();
    assertThat(Instant.parse(shown.path("dueAt").asString()))
        .isEqualTo(Instant.parse(dueAt).plus(Duration.ofDays(30)));
    JsonNode last = shown.path("history").path(shown.path("history").size() - 1);
    assertThat(last.path("event").asString()).isEqualTo("EXTENDED");
    assertThat(last.path("actor").asString()).isEqualTo("Белова М. С.");
    assertThat(last.path("reason").asString()).isEqualTo("Запрошены документы.");
    awaitAppeal(
        appeal.id(), later -> assertThat(later.body().path("overdue").asBoolean()).isFalse());
  }

  @Test
  void events_in_the_wrong_order_end_in_the_right_state_with_the_whole_history() {
    TestCase first = TestCase.heldBy(IT);
    TestCase second = first.advancedTo(AppealStatus.TAKEN_UP);
    TestCase third = second.with(ECOLOGY).advancedTo(AppealStatus.ROUTED);
    TestCase fourth = third.advancedTo(AppealStatus.ANSWERED);

    router.say(Topics.STATUS_CHANGED, new CaseAnswered(fourth.summary(), AT));
    router.say(Topics.STATUS_CHANGED, new CaseRedirected(third.summary(), AT, IT));
    router.say(Topics.STATUS_CHANGED, first.routedStatus());
    router.say(Topics.STATUS_CHANGED, new CaseTakenUp(second.summary(), AT));
    router.say(Topics.STATUS_CHANGED, first.registered());
    router.say(Topics.routed(IT), first.routed(null));

    awaitAppeal(first.id(), shown -> assertThat(shown.body().path("history").size()).isEqualTo(5));
    JsonNode shown = desk.get("/api/v1/appeals/" + first.id()).body();
    assertThat(shown.path("status").asString()).isEqualTo("ANSWERED");
    assertThat(shown.path("committee").asString()).isEqualTo("ecology");
    assertThat(versions(shown.path("history"))).containsExactly("1.0", "1.1", "2.0", "3.0", "4.0");
  }

  @Test
  void a_late_routing_does_not_bring_back_a_case_that_left() {
    TestCase held = TestCase.heldBy(IT);
    TestCase withdrawn = held.advancedTo(AppealStatus.WITHDRAWN);
    TestCase moved = TestCase.heldBy(IT);
    TestCase elsewhere = moved.with(ECOLOGY).advancedTo(AppealStatus.ROUTED);
    router.say(
        Topics.STATUS_CHANGED, new city.reception.events.CaseWithdrawn(withdrawn.summary(), AT));
    router.say(Topics.STATUS_CHANGED, new CaseRedirected(elsewhere.summary(), AT, IT));
    TestCase marker = routed(TestCase.heldBy(IT));

    router.say(Topics.routed(IT), held.routed(null));
    router.say(Topics.routed(IT), moved.routed(null));

    awaitAppeal(held.id(), shown -> assertThat(shown.text("status")).isEqualTo("WITHDRAWN"));
    awaitAppeal(moved.id(), shown -> assertThat(shown.text("committee")).isEqualTo("ecology"));
    assertThat(queue(IT))
        .contains(marker.id().toString())
        .doesNotContain(held.id().toString(), moved.id().toString());
    assertThat(queue(ECOLOGY)).contains(moved.id().toString());
  }

  @Test
  void an_appeal_is_unknown_until_its_content_is_here() {
    TestCase appeal = TestCase.heldBy(IT);
    router.say(Topics.STATUS_CHANGED, appeal.registered());
    router.say(Topics.STATUS_CHANGED, appeal.routedStatus());
    routed(TestCase.heldBy(IT));

    assertThat(desk.get("/api/v1/appeals/" + appeal.id()).status()).isEqualTo(404);
    assertThat(desk.get("/api/v1/appeals/no-id").status()).isEqualTo(404);
    assertThat(queue(IT)).doesNotContain(appeal.id().toString());
  }

  @Test
  void everything_said_again_changes_nothing() {
    TestCase appeal = routed(TestCase.heldBy(IT));
    assertThat(desk.act(appeal.id(), takeUp(1)).status()).isEqualTo(200);
    assertThat(desk.act(appeal.id(), redirect(2, ECOLOGY, "О парке.")).status()).isEqualTo(200);
    router.remind(appeal.id());
    assertThat(desk.act(appeal.id(), answer(3, "Сделано.")).status()).isEqualTo(200);
    awaitAppeal(appeal.id(), shown -> assertThat(shown.body().path("history").size()).isEqualTo(6));
    JsonNode before = desk.get("/api/v1/appeals/" + appeal.id()).body();

    router.sayAllAgain(appeal.id());
    router.sayAllAgain(appeal.id());

    awaitEverythingRead();
    assertThat(desk.get("/api/v1/appeals/" + appeal.id()).body()).isEqualTo(before);
    assertThat(queue(ECOLOGY)).doesNotContain(appeal.id().toString());
  }

  @Test
  void what_cannot_be_read_or_stored_is_parked_and_the_rest_of_the_poll_goes_on() {
    TestCase appeal = TestCase.heldBy(IT);
    byte[] key = appeal.id().toString().getBytes(UTF_8);
    router.send(new ProducerRecord<>("appeals.status-changed.v1", key, "{".getBytes(UTF_8)));
    router.say(Topics.routed(IT), TestCase.heldBy(IT).about("\u0000").routed(null));
    router.open(appeal);
    router.send(new ProducerRecord<>("appeals.action-outcome.v1", key, null));

    shown(appeal);

    assertThat(parked("appeals.status-changed.v1", 1).getFirst())
        .isEqualTo("header ce_specversion is missing");
    assertThat(parked("appeals.routed." + IT + ".v1", 1).getFirst())
        .contains("the database refused it");
    assertThat(parked("appeals.action-outcome.v1", 1)).hasSize(1);
    assertThat(desk.act(appeal.id(), takeUp(1)).status()).isEqualTo(200);
  }

  /** The reasons of the records parked from {@code topic}, once there are so many. */
  private List<String> parked(String topic, int atLeast) {
    List<String> reasons = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      TopicPartition partition = new TopicPartition(topic + ".dlt", 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      await()
          .atMost(PATIENCE)
          .until(() -> {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
              reasons.add(
                  new String(record.headers().lastHeader(DeadLetter.REASON).value(), UTF_8));
            }
            return reasons.size() >= atLeast;
          });
    }
    return reasons;
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private List<String> queue(CommitteeId committee) {
    return texts(
        desk.get("/api/v1/committees/" + committee + "/appeals?limit=100").body().path("items"),
        "appealId");
  }

  private static List<String> texts(JsonNode array, String field) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(entry -> entry.path(field).asString())
        .toList();
  }

  private static List<String> versions(JsonNode history) {
    return StreamSupport.stream(history.spliterator(), false)
        .map(entry -> entry.path("version").asInt() + "." + entry.path("index").asInt())
        .toList();
  }
}
