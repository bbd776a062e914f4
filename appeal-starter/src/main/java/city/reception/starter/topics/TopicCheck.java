package city.reception.starter.topics;

import city.reception.events.AppealId;
import city.reception.events.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the brokers and their topics with what the contract declares, before any listener
 * starts. Creates what is missing where it may.
 */
public final class TopicCheck {

  private static final Logger log = LoggerFactory.getLogger(TopicCheck.class);

  private static final String MISSING = ": there is no such topic";
  private static final String OUT_OF_REACH = "the brokers cannot be reached";
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final long OFFSETS_KEPT_MINUTES = Duration.ofDays(30).toMinutes();

  private final TopicsProperties properties;
  private final Collection<Topic<AppealId, ?>> topics;

  public TopicCheck(TopicsProperties properties, Collection<Topic<AppealId, ?>> topics) {
    this.properties = properties;
    this.topics = topics;
  }

  /**
   * Checks all.
   *
   * @throws TopicsUnfitException when something is wrong, or stayed missing or out of reach for
   *     longer than the patience
   */
  public void run(Admin admin) {
    Instant deadline = Instant.now().plus(properties.patience());
    while (true) {
      List<String> findings = attempt(admin);
      if (findings.isEmpty()) {
        return;
      }
      if (Instant.now().isAfter(deadline) || findings.stream().noneMatch(TopicCheck::mayPass)) {
        throw new TopicsUnfitException(findings);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private List<String> attempt(Admin admin) {
    try {
      Map<String, Topic.Declaration> declared =
          topics.stream()
              .flatMap(topic -> Stream.of(topic.declaration(), topic.deadLetters()))
              .collect(Collectors.toMap(Topic.Declaration::name, declaration -> declaration));
      Set<String> present = await(admin.listTopics().names());
      List<Topic.Declaration> missing =
          declared.values().stream()
              .filter(declaration -> !present.contains(declaration.name()))
              .toList();
      if (!missing.isEmpty() && properties.create()) {
        create(admin, missing);
      } else if (!missing.isEmpty()) {
        return missing.stream().map(topic -> topic.name() + MISSING).sorted().toList();
      }
      List<String> findings = new ArrayList<>();
      checkBrokers(admin, findings);
      checkTopics(admin, declared, findings);
      return findings;
    } catch (RetriableException e) {
      return List.of(OUT_OF_REACH + " (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static boolean mayPass(String finding) {
    return finding.endsWith(MISSING) || finding.startsWith(OUT_OF_REACH);
  }

  private void create(Admin admin, List<Topic.Declaration> missing) {
    log.info("creating {} topics", missing.size());
    admin
        .createTopics(missing.stream().map(this::newTopic).toList())
        .values()
        .values()
        .forEach(created -> {
          try {
            await(created);
          } catch (TopicExistsException e) {
            log.debug("another service created it at the same time");
          }
        });
  }

  private NewTopic newTopic(Topic.Declaration topic) {
    return new NewTopic(topic.name(), topic.partitions(), (short) properties.replicationFactor())
        .configs(
            Map.of(
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(topic.retention().toMillis()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(topic.maxMessageBytes()),
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                "LogAppendTime",
                TopicConfig.CLEANUP_POLICY_CONFIG,
                "delete",
                TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG,
                "false",
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                Integer.toString(properties.minInsyncReplicas())));
  }

  private void checkBrokers(Admin admin, List<String> findings) {
    Collection<ConfigResource> brokers =
        await(admin.describeCluster().nodes()).stream()
            .map(Node::idString)
            .map(id -> new ConfigResource(ConfigResource.Type.BROKER, id))
            .toList();
    await(admin.describeConfigs(brokers).all())
        .forEach((broker, config) -> {
          String name = "broker " + broker.name();
          expect(findings, name, config, "auto.create.topics.enable", "false");
          String kept = value(config, "offsets.retention.minutes");
          if (Long.parseLong(kept) < OFFSETS_KEPT_MINUTES) {
            findings.add(
                name
                    + ": offsets.retention.minutes is "
                    + kept
                    + ", at least "
                    + OFFSETS_KEPT_MINUTES
                    + " is needed");
          }
        });
  }

  private void checkTopics(
      Admin admin, Map<String, Topic.Declaration> declared, List<String> findings) {
    Map<String, TopicDescription> descriptions =
        await(admin.describeTopics(declared.keySet()).allTopicNames());
    descriptions.forEach((name, description) -> {
      int partitions = description.partitions().size();
      int expected = declaration(declared, name).partitions();
      if (partitions != expected) {
        findings.add(name + ": " + partitions + " partitions instead of " + expected);
      }
      int replicas =
          description.partitions().stream().mapToInt(p -> p.replicas().size()).min().orElse(0);
      if (replicas < properties.replicationFactor()) {
        findings.add(
            name + ": " + replicas + " replicas instead of " + properties.replicationFactor());
      }
    });
    List<ConfigResource> resources =
        declared.keySet().stream()
            .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
            .toList();
    await(admin.describeConfigs(resources).all())
        .forEach(
            (topic, config) -> checkConfig(declaration(declared, topic.name()), config, findings));
  }

  private void checkConfig(Topic.Declaration topic, Config config, List<String> findings) {
    String name = topic.name();
    expect(findings, name, config, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    expect(findings, name, config, TopicConfig.CLEANUP_POLICY_CONFIG, "delete");
    expect(findings, name, config, TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
    expect(
        findings,
        name,
        config,
        TopicConfig.RETENTION_MS_CONFIG,
        Long.toString(topic.retention().toMillis()));
    expect(
        findings,
        name,
        config,
        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
        Integer.toString(topic.maxMessageBytes()));
    String insync = value(config, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
    if (Integer.parseInt(insync) < properties.minInsyncReplicas()) {
      findings.add(
          name
              + ": min.insync.replicas is "
              + insync
              + " instead of "
              + properties.minInsyncReplicas());
    }
  }

  private static void expect(
      List<String> findings, String name, Config config, String setting, String expected) {
    String actual = value(config, setting);
    if (!expected.equals(actual)) {
      findings.add(name + ": " + setting + " is " + actual + " instead of " + expected);
    }
  }

  private static String value(Config config, String setting) {
    return config.get(setting).value();
  }

  private static Topic.Declaration declaration(
      Map<String, Topic.Declaration> declared, String name) {
    return Objects.requireNonNull(declared.get(name), name);
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e);
    }
  }
}
