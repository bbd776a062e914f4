package city.reception.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.deploy.Compose.Service;
import city.reception.events.Topics;
import city.reception.starter.topics.TopicsProperties;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeBrokersTest {

  private static final Compose compose = Compose.read();

  /** What makes one broker another. */
  private static final Set<String> IDENTITY = Set.of("node.id", "advertised.listeners");

  static Stream<Service> brokers() {
    return compose.brokers().stream();
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void everySettingIsOneOfKafkas(Service broker) {
    assertThat(AbstractKafkaConfig.CONFIG_DEF.names())
        .containsAll(broker.brokerSettings().keySet());
  }

  @Test
  void theThreeAreOneCluster() {
    assertThat(compose.brokers()).hasSize(3);
    assertThat(
            compose.brokers().stream()
                .map(broker -> {
                  Map<String, String> common = broker.brokerSettings();
                  common.keySet().removeAll(IDENTITY);
                  return common;
                })
                .distinct())
        .hasSize(1);
    assertThat(compose.brokers().stream().map(b -> b.environment().get("CLUSTER_ID")).distinct())
        .hasSize(1);
    assertThat(
            compose.brokers().stream()
                .map(b -> b.brokerSettings().get("node.id") + "@" + b.text("hostname") + ":29093")
                .sorted()
                .collect(Collectors.joining(",")))
        .isEqualTo(common().get("controller.quorum.voters"));
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void eachKeepsItsRecordsOnAVolumeOfItsOwn(Service broker) {
    assertThat(broker.list("volumes"))
        .containsExactly(broker.name() + ":" + common().get("log.dirs"));
    assertThat(compose.volumes()).contains(broker.name());
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void eachIsReachedByItsNameInsideAndOnItsPortOutside(Service broker) {
    assertThat(broker.brokerSettings())
        .containsEntry(
            "advertised.listeners",
            "CLIENTS://%s:9092,HOST://127.0.0.1:%s"
                .formatted(broker.name(), broker.publishedPort()));
    assertThat(broker.innerPort()).isEqualTo("19092");
  }

  @Test
  void whatIsAcknowledgedIsOnTwoBrokersAtLeast() {
    assertThat(common())
        .containsEntry("process.roles", "broker,controller")
        .containsEntry("default.replication.factor", "3")
        .containsEntry("min.insync.replicas", "2")
        .containsEntry("offsets.topic.replication.factor", "3")
        .containsEntry("transaction.state.log.replication.factor", "3")
        .containsEntry("transaction.state.log.min.isr", "2")
        .containsEntry("unclean.leader.election.enable", "false");
  }

  @Test
  void theServicesWillAcceptThem() {
    String largest = Integer.toString(Topics.MAX_DEAD_LETTER_BYTES);
    assertThat(common())
        .containsEntry("auto.create.topics.enable", "false")
        .containsEntry("log.message.timestamp.type", "LogAppendTime")
        .containsEntry("message.max.bytes", largest)
        .containsEntry("replica.fetch.max.bytes", largest);
    assertThat(
            Duration.ofMinutes(
                Long.parseLong(String.valueOf(common().get("offsets.retention.minutes")))))
        .isGreaterThanOrEqualTo(Duration.ofDays(30));
  }

  @Test
  void theServicesKnowAllThreeAndAskForTheirReplicas() {
    Set<String> bootstrap = new TreeSet<>();
    Compose.BROKERS.forEach(broker -> bootstrap.add(broker + ":9092"));
    TopicsProperties defaults = new TopicsProperties(false, 3, 2, Duration.ofSeconds(60));
    for (Service service : compose.own()) {
      assertThat(service.environment())
          .containsEntry("SPRING_KAFKA_BOOTSTRAPSERVERS", String.join(",", bootstrap))
          .containsEntry(
              "RECEPTION_TOPICS_REPLICATIONFACTOR", Integer.toString(defaults.replicationFactor()))
          .containsEntry(
              "RECEPTION_TOPICS_MININSYNCREPLICAS", Integer.toString(defaults.minInsyncReplicas()));
    }
  }

  private static Map<String, String> common() {
    return compose.brokers().getFirst().brokerSettings();
  }
}
