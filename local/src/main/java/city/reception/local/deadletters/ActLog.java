package city.reception.local.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import tools.jackson.databind.json.JsonMapper;

/** The topic that operators' acts are recorded in. It is kept for good: it is small. */
final class ActLog {

  static final String TOPIC = "operations.dead-letter-act.v1";

  private final JsonMapper json = JsonMapper.builder().build();

  ProducerRecord<byte[], byte[]> encode(Act act) {
    return new ProducerRecord<>(TOPIC, act.identity().getBytes(UTF_8), json.writeValueAsBytes(act));
  }

  Act decode(ConsumerRecord<byte[], byte[]> record) {
    return json.readValue(record.value(), Act.class);
  }

  /** Makes the topic, with as many copies as {@code deadLetterTopic} has, unless it is there. */
  static void ensure(Admin admin, String deadLetterTopic) {
    try {
      int copies =
          admin
              .describeTopics(List.of(deadLetterTopic))
              .allTopicNames()
              .get()
              .values()
              .iterator()
              .next()
              .partitions()
              .getFirst()
              .replicas()
              .size();
      admin
          .createTopics(
              List.of(
                  new NewTopic(TOPIC, 1, (short) copies)
                      .configs(
                          Map.of(
                              TopicConfig.RETENTION_MS_CONFIG, "-1",
                              TopicConfig.CLEANUP_POLICY_CONFIG, "delete",
                              TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, copies >= 3 ? "2" : "1",
                              TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"))))
          .all()
          .get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("the topic " + TOPIC + " cannot be made", e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
