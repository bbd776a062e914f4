package city.reception.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {

  private static final CommitteeId HEALTH = new CommitteeId("health");
  private static final List<Topic<AppealId, ?>> ALL = Topics.all(List.of(HEALTH));

  @Test
  void theTopicsAreThoseOfTheContract() {
    assertThat(
            ALL.stream().map(topic -> kept(topic.declaration()) + ", " + kept(topic.deadLetters())))
        .containsExactlyInAnyOrder(
            "appeals.received.v1 12×30, appeals.received.v1.dlt 1×30",
            "appeals.routed.health.v1 3×90, appeals.routed.health.v1.dlt 1×90",
            "appeals.committee-action.health.v1 3×30, appeals.committee-action.health.v1.dlt 1×30",
            "appeals.action-outcome.v1 12×30, appeals.action-outcome.v1.dlt 1×90",
            "appeals.case-signal.v1 12×7, appeals.case-signal.v1.dlt 1×30",
            "appeals.status-changed.v1 12×90, appeals.status-changed.v1.dlt 1×90",
            "appeals.reply.v1 12×30, appeals.reply.v1.dlt 1×30",
            "notifications.delivery.v1 12×90, notifications.delivery.v1.dlt 1×90");
  }

  @Test
  void eachCommitteeHasTwoTopicsOfItsOwn() {
    assertThat(Topics.all(List.of(HEALTH, CommitteeId.RECEPTION)))
        .hasSize(Topics.all(List.of()).size() + 4);
    assertThat(Topics.all(List.of(HEALTH, CommitteeId.RECEPTION)).stream().map(Topic::name))
        .doesNotHaveDuplicates();
  }

  @Test
  void contactsAndAnswersAreKeptThirtyDaysAtMostAmongDeadLettersToo() {
    for (Topic<AppealId, ?> topic :
        List.of(Topics.RECEIVED, Topics.REPLY, Topics.committeeAction(HEALTH))) {
      assertThat(topic.declaration().retention()).isLessThanOrEqualTo(Duration.ofDays(30));
      assertThat(topic.deadLetters().retention()).isLessThanOrEqualTo(Duration.ofDays(30));
    }
  }

  @Test
  void aDeadLetterTopicHasRoomForTheLargestRecordAndItsReason() {
    assertThat(ALL)
        .allSatisfy(topic ->
            assertThat(topic.deadLetters().maxMessageBytes())
                .isGreaterThan(topic.declaration().maxMessageBytes()));
  }

  @Test
  void everyEventBelongsToExactlyOneFamilyUnderOneType() {
    Map<String, Class<?>> types = new TreeMap<>();
    for (Topic<AppealId, ?> topic : ALL) {
      topic.values().types().forEach((type, event) -> assertThat(types.put(type, event)).isNull());
      assertThat(Set.copyOf(topic.values().types().values()))
          .isEqualTo(events(topic.values().root()).collect(Collectors.toSet()));
    }
    assertThat(types.values())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(events(AppealEvent.class).toList());
  }

  @Test
  void aTypeIsTheEventsNameInTheReceptionsNamespace() {
    for (Topic<AppealId, ?> topic : ALL) {
      topic
          .values()
          .types()
          .forEach((type, event) ->
              assertThat(type)
                  .isEqualTo(
                      "city.reception."
                          + event
                              .getSimpleName()
                              .replaceAll("(?<!^)([A-Z])", "-$1")
                              .toLowerCase(Locale.ROOT)
                          + ".v1"));
    }
  }

  @Test
  void theTopicOfAnActionSaysWhoActs() {
    assertThat(Topics.actingCommittee(Topics.committeeAction(HEALTH).name())).contains(HEALTH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "appeals.received.v1",
        "appeals.routed.health.v1",
        "appeals.committee-action.health.v1.dlt",
        "appeals.committee-action.health.v2",
        "appeals.committee-action.v1",
        "appeals.committee-action..v1",
        "appeals.committee-action.Health.v1",
        "x.appeals.committee-action.health.v1",
        "appeals.committee-action.health.v1\n"
      })
  void anyOtherTopicIsNobodysAction(String topic) {
    assertThat(Topics.actingCommittee(topic)).isEmpty();
  }

  @Test
  void everyNameIsOneThatKafkaTakes() {
    CommitteeId longest = new CommitteeId("a" + "b".repeat(63));
    assertThat(Topics.all(List.of(longest)))
        .allSatisfy(topic -> assertThat(topic.deadLetters().name()).matches("[a-z0-9.-]{1,249}"));
  }

  private static String kept(Topic.Declaration declaration) {
    return declaration.name()
        + " "
        + declaration.partitions()
        + "×"
        + declaration.retention().toDays();
  }

  private static Stream<Class<?>> events(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(TopicsTest::events)
        : Stream.of(type);
  }
}
