package city.reception.local.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.local.FreePorts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

  private static final String TOPIC = "letters";

  @TempDir Path folder;

  @Test
  void recordsAndTopicsSurviveARestartOnOtherPorts() throws Exception {
    try (LocalKafka kafka = start();
        Admin admin = admin(kafka)) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
      append(kafka, "first");
    }

    try (LocalKafka kafka = start()) {
      append(kafka, "second");

      assertThat(read(kafka)).containsExactly("first", "second");
    }
  }

  @Test
  void theBrokerKeepsToTheRulesThatTheServicesRelyOn() throws Exception {
    try (LocalKafka kafka = start();
        Admin admin = admin(kafka)) {
      Config config =
          admin
              .describeConfigs(List.of(new ConfigResource(ConfigResource.Type.BROKER, "1")))
              .all()
              .get()
              .values()
              .iterator()
              .next();

      assertThat(config.get("auto.create.topics.enable").value()).isEqualTo("false");
      assertThat(config.get("unclean.leader.election.enable").value()).isEqualTo("false");
      assertThat(config.get("log.message.timestamp.type").value()).isEqualTo("LogAppendTime");
      assertThat(Long.parseLong(config.get("offsets.retention.minutes").value()))
          .isGreaterThanOrEqualTo(Duration.ofDays(30).toMinutes());
      assertThatThrownBy(
              () -> admin.describeTopics(List.of("nobody-made-it")).allTopicNames().get())
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }
  }

  @Test
  void aFolderOfAnotherNodeIsRefused() throws Exception {
    start().close();
    BrokerSettings other =
        new BrokerSettings(
            2,
            FreePorts.next(),
            new TreeMap<>(Map.of(2, FreePorts.next())),
            folder.resolve("kafka"),
            Map.of());

    assertThatThrownBy(() -> LocalKafka.start(other).close()).hasMessageContaining("node");
  }

  private LocalKafka start() throws IOException {
    return LocalKafka.start(
        BrokerSettings.single(FreePorts.next(), FreePorts.next(), folder.resolve("kafka")));
  }

  private static Admin admin(LocalKafka kafka) {
    return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }

  private static void append(LocalKafka kafka, String value) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, value.getBytes(UTF_8))).get();
    }
  }

  private static List<String> read(LocalKafka kafka) {
    TopicPartition partition = new TopicPartition(TOPIC, 0);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      List<String> values = new ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(r -> values.add(new String(r.value(), UTF_8)));
      }
      return values;
    }
  }
}
