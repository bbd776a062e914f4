package city.reception.benchmarks.intake;

import city.reception.benchmarks.harness.Broker;
import city.reception.benchmarks.harness.Service;
import city.reception.benchmarks.harness.Workbench;
import city.reception.benchmarks.peer.Doorstep;
import city.reception.benchmarks.peer.ModulithIntake;
import city.reception.benchmarks.peer.OutboxIntake;
import city.reception.benchmarks.peer.ValidatingIntake;
import city.reception.intake.IntakeApplication;
import city.reception.local.secrets.LocalSecrets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Starts intake and what it is held against. The peers have a broker of their own: they are intake
 * inside, and would otherwise read in their index what the real one appends.
 */
public final class IntakeProcesses {

  private static final int PARTITIONS = 12;

  /** Enough connections that PostgreSQL can flush many commits at once. */
  private static final String POOL = "32";

  private final Workbench bench;
  private final Map<String, String> secrets;
  private Optional<Broker> peersBroker = Optional.empty();

  public IntakeProcesses(Workbench bench) {
    this.bench = bench;
    this.secrets = properties(bench.secrets());
  }

  /** What intake needs beside what every service gets: its secrets and a public channel. */
  public static Map<String, String> properties(LocalSecrets secrets) {
    String prefix = "reception.intake.";
    return Map.of(
        prefix + "public-channel",
        "portal",
        prefix + "secrets.sealing-keys.bench1",
        secrets.key("contact-seal"),
        prefix + "secrets.sealing-key-id",
        "bench1",
        prefix + "secrets.tracking-keys.bench1",
        secrets.key("tracking-codes"),
        prefix + "secrets.tracking-key-id",
        "bench1",
        prefix + "secrets.digest-key",
        secrets.key("body-digests"));
  }

  /** The service as it is. */
  public Service intake() throws InterruptedException {
    return bench.service("intake", IntakeApplication.class, "intake", secrets);
  }

  Service doorstep() throws InterruptedException {
    return peer(
        "doorstep",
        Doorstep.class,
        "modulith",
        Map.of("server.tomcat.max-keep-alive-requests", "100000"));
  }

  Service validating() throws InterruptedException {
    return peer("validating", ValidatingIntake.class, "outbox", Map.of());
  }

  Service outbox() throws InterruptedException {
    createTopic(OutboxIntake.TOPIC);
    return peer("outbox", OutboxIntake.class, "outbox", pool());
  }

  /** In its better setting: what is sent is deleted, not kept with a date. */
  Service modulith() throws InterruptedException {
    createTopic(ModulithIntake.TOPIC);
    Map<String, String> properties = new HashMap<>(pool());
    properties.put("spring.modulith.events.completion-mode", "delete");
    properties.put("spring.modulith.events.jdbc.schema-initialization.enabled", "true");
    properties.put("spring.kafka.producer.acks", "all");
    properties.put("spring.kafka.producer.batch-size", "131072");
    properties.put("spring.kafka.producer.compression-type", "lz4");
    properties.put("spring.kafka.producer.properties.linger.ms", "1");
    properties.put(
        "spring.kafka.producer.value-serializer",
        "org.apache.kafka.common.serialization.ByteArraySerializer");
    properties.putAll(secrets);
    properties.put("spring.kafka.bootstrap-servers", peersBroker().bootstrapServers());
    return bench.service(
        "modulith",
        ModulithIntake.class,
        "modulith",
        properties,
        Workbench.SERVICE_JVM,
        entry -> true);
  }

  private static Map<String, String> pool() {
    return Map.of(
        "spring.datasource.hikari.maximum-pool-size",
        POOL,
        "spring.datasource.hikari.connection-timeout",
        "30000");
  }

  private Service peer(String name, Class<?> main, String database, Map<String, String> more)
      throws InterruptedException {
    Map<String, String> properties = new HashMap<>(secrets);
    properties.put("spring.kafka.bootstrap-servers", peersBroker().bootstrapServers());
    properties.putAll(more);
    return bench.service(name, main, database, properties);
  }

  Broker peersBroker() throws InterruptedException {
    Broker broker =
        peersBroker.isPresent() ? peersBroker.get() : bench.broker("peers-broker", Map.of());
    peersBroker = Optional.of(broker);
    return broker;
  }

  private void createTopic(String name) throws InterruptedException {
    createTopic(peersBroker(), name);
  }

  /** A topic as {@code appeals.received.v1} is, for something to be held against it. */
  static void createTopic(Broker broker, String name) throws InterruptedException {
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
      admin
          .createTopics(
              Stream.of(new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())).toList())
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the topic cannot be made: " + name, e);
    }
  }
}
