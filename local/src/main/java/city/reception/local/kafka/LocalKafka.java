package city.reception.local.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker, controller included, inside this JVM. It listens on 127.0.0.1 only and keeps
 * its records across restarts, orderly or not. It registers no shutdown hook: whoever starts it
 * closes it, after its clients.
 */
public final class LocalKafka implements AutoCloseable {

  /** Sixteen letters in base64: every node of a cluster must be formatted with the same id. */
  private static final String CLUSTER_ID = "cmVjZXB0aW9uLWxvY2FsMQ";

  private final BrokerSettings settings;
  private final KafkaRaftServer server;

  private LocalKafka(BrokerSettings settings, KafkaRaftServer server) {
    this.settings = settings;
    this.server = server;
  }

  /**
   * Starts a broker and returns when it serves requests; with several voters, when enough of them
   * are up.
   *
   * @throws IllegalStateException when the folder cannot be formatted, for instance because it
   *     belongs to another node
   */
  public static LocalKafka start(BrokerSettings settings) {
    return start(settings, Time.SYSTEM);
  }

  /** The same by another clock. */
  static LocalKafka start(BrokerSettings settings, Time time) {
    Properties properties = settings.toProperties();
    format(settings.directory(), properties);
    KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), time);
    server.startup();
    return new LocalKafka(settings, server);
  }

  /** Where clients connect. */
  public String bootstrapServers() {
    return settings.bootstrapServers();
  }

  /** Waits until the broker has stopped. */
  void awaitShutdown() {
    server.awaitShutdown();
  }

  /** Stops the broker in order, so that the next start need not recover. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path directory, Properties properties) {
    try {
      Files.createDirectories(directory);
      Path file = Files.createTempFile("broker", ".properties");
      try {
        try (Writer writer = Files.newBufferedWriter(file)) {
          properties.store(writer, null);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status =
            StorageTool.execute(
                new String[] {
                  "format", "-t", CLUSTER_ID, "-c", file.toString(), "--ignore-formatted"
                },
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (status != 0) {
          throw new IllegalStateException(
              "Kafka's folder %s cannot be formatted: %s"
                  .formatted(directory, said.toString(StandardCharsets.UTF_8).strip()));
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Kafka's folder cannot be made: " + directory, e);
    }
  }
}
