package city.reception.starter.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import city.reception.events.Topic;
import city.reception.events.Topics;
import city.reception.testing.TestKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A service refuses to run on topics that are not as declared, and says what to do. */
class TopicCheckTest {

  private static final TopicsProperties CREATING =
      new TopicsProperties(true, 1, 1, Duration.ofSeconds(30));
  private static final TopicsProperties CHECKING =
      new TopicsProperties(false, 1, 1, Duration.ofMillis(500));

  private static TestKafka kafka;
  private static Admin admin;

  @BeforeAll
  static void start() {
    kafka = TestKafka.start();
    admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }

  @AfterAll
  static void stop() {
    admin.close();
    kafka.close();
  }

  @Test
  void missingTopicsAreCreatedAsDeclaredTogetherWithTheirDeadLetterTopics() throws Exception {
    List<Topic<AppealId, ?>> topics = topicsOf("created");

    new TopicCheck(CREATING, topics).run(admin);

    new TopicCheck(CHECKING, topics).run(admin);
    assertThat(admin.listTopics().names().get())
        .contains(
            "appeals.routed.created.v1",
            "appeals.routed.created.v1.dlt",
            "appeals.committee-action.created.v1.dlt");
  }

  @Test
  void twoServicesMayCreateTheTopicsAtTheSameTime() throws Exception {
    List<Topic<AppealId, ?>> topics = topicsOf("twice");
    Thread other = Thread.ofVirtual().start(() -> new TopicCheck(CREATING, topics).run(admin));

    new TopicCheck(CREATING, topics).run(admin);
    other.join();

    new TopicCheck(CHECKING, topics).run(admin);
  }

  @Test
  void aMissingTopicThatMayNotBeCreatedStopsTheServiceAndIsNamed() {
    assertThatThrownBy(() -> new TopicCheck(CHECKING, topicsOf("missing")).run(admin))
        .isInstanceOf(TopicsUnfitException.class)
        .hasMessageContaining("appeals.routed.missing.v1: there is no such topic");
  }

  @Test
  void eachSettingThatDiffersIsNamedWithWhatItShouldBe() throws Exception {
    List<Topic<AppealId, ?>> topics = topicsOf("changed");
    new TopicCheck(CREATING, topics).run(admin);
    ConfigResource topic =
        new ConfigResource(ConfigResource.Type.TOPIC, "appeals.routed.changed.v1");
    admin
        .incrementalAlterConfigs(
            Map.of(
                topic,
                List.of(
                    set("retention.ms", "1000"),
                    set("message.timestamp.type", "CreateTime"),
                    set("max.message.bytes", "1000"),
                    set("unclean.leader.election.enable", "true"),
                    set("cleanup.policy", "compact"))))
        .all()
        .get();

    // The broker learns of the change from the controller a moment later.
    await()
        .untilAsserted(() ->
            assertThatThrownBy(() -> new TopicCheck(CHECKING, topics).run(admin))
                .isInstanceOfSatisfying(
                    TopicsUnfitException.class,
                    unfit ->
                        assertThat(unfit.findings())
                            .hasSize(5)
                            .anyMatch(f -> f.contains("retention.ms is 1000 instead of 7776000000"))
                            .anyMatch(f -> f.contains("CreateTime instead of LogAppendTime"))));
  }

  @Test
  void tooFewReplicasAreNamed() {
    List<Topic<AppealId, ?>> topics = topicsOf("alone");
    new TopicCheck(CREATING, topics).run(admin);

    assertThatThrownBy(() ->
            new TopicCheck(new TopicsProperties(false, 3, 2, Duration.ofMillis(500)), topics)
                .run(admin))
        .isInstanceOf(TopicsUnfitException.class)
        .hasMessageContaining("1 replicas instead of 3")
        .hasMessageContaining("min.insync.replicas is 1 instead of 2");
  }

  @Test
  void brokersOutOfReachAreWaitedForAndThenNamed() {
    try (Admin nowhere =
        Admin.create(
            Map.of(
                "bootstrap.servers", "127.0.0.1:1",
                "default.api.timeout.ms", 300,
                "request.timeout.ms", 200))) {
      assertThatThrownBy(() -> new TopicCheck(CHECKING, topicsOf("x1")).run(nowhere))
          .isInstanceOf(TopicsUnfitException.class)
          .hasMessageContaining("the brokers cannot be reached");
    }
  }

  @Test
  void theFailureIsAnalysedForWhoeverStartsTheService() {
    var analysis =
        Objects.requireNonNull(
            new TopicsUnfitFailureAnalyzer()
                .analyze(new TopicsUnfitException(List.of("a finding"))));

    assertThat(analysis.getDescription()).contains("a finding");
    assertThat(analysis.getAction()).contains("kafka-configs.sh", "reception.topics.create=true");
  }

  private static AlterConfigOp set(String name, String value) {
    return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
  }

  private static List<Topic<AppealId, ?>> topicsOf(String committee) {
    CommitteeId id = new CommitteeId(committee);
    return List.of(Topics.routed(id), Topics.committeeAction(id));
  }
}
