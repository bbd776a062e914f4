package city.reception.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.reception.events.AppealEvent;
import city.reception.events.AppealId;
import city.reception.events.Topic;
import city.reception.events.codec.Envelope;
import city.reception.events.codec.EventCodec;
import city.reception.starter.kafka.KafkaClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.test.context.TestComponent;

/** Reads a topic as it stands. */
@TestComponent
public final class LogReader {

  private final KafkaClients clients;
  private final EventCodec codec = new EventCodec();

  public LogReader(KafkaClients clients) {
    this.clients = clients;
  }

  /** Every record of the topic whose key is that appeal. */
  public List<ConsumerRecord<byte[], byte[]>> records(Topic<AppealId, ?> topic, String appealId) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer =
        clients.consumerFactory(Map.of()).createConsumer(null, "test-reader")) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> {
              if (new String(record.key(), UTF_8).equals(appealId)) {
                found.add(record);
              }
            });
      }
    }
    return found;
  }

  /** The same, decoded. */
  public <V extends AppealEvent> List<Envelope<V>> events(
      Topic<AppealId, V> topic, String appealId) {
    return records(topic, appealId).stream().map(record -> codec.decode(topic, record)).toList();
  }
}
