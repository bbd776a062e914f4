package city.reception.testing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** One real broker with the settings that the reception demands, for one test class. */
public final class TestKafka implements AutoCloseable {

  private static final DockerImageName IMAGE = DockerImageName.parse("apache/kafka:4.2.2");

  private final String bootstrapServers;
  private final Runnable stop;

  private TestKafka(String bootstrapServers, Runnable stop) {
    this.bootstrapServers = bootstrapServers;
    this.stop = stop;
  }

  /** Starts a broker; it is ready when this returns. */
  public static TestKafka start() {
    return Docker.AVAILABLE ? startContainer() : startEmbedded();
  }

  /** Where it listens. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  @Override
  public void close() {
    stop.run();
  }

  @SuppressWarnings("resource")
  private static TestKafka startContainer() {
    KafkaContainer container = new KafkaContainer(IMAGE);
    settings()
        .forEach((name, value) ->
            container.withEnv("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
    container.start();
    return new TestKafka(container.getBootstrapServers(), container::stop);
  }

  private static TestKafka startEmbedded() {
    EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
    broker.brokerProperties(settings());
    broker.afterPropertiesSet();
    return new TestKafka(broker.getBrokersAsString(), broker::destroy);
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("auto.create.topics.enable", "false");
    settings.put("unclean.leader.election.enable", "false");
    settings.put("offsets.retention.minutes", "43200");
    settings.put("offsets.topic.num.partitions", "5");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("transaction.state.log.num.partitions", "5");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "2000");
    settings.put("add.partitions.to.txn.retry.backoff.ms", "2");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("log.cleaner.dedupe.buffer.size", "2097152");
    return settings;
  }
}
