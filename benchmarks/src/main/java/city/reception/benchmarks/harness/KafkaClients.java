package city.reception.benchmarks.harness;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plain clients of Kafka with what all measurements and peers have in common. */
public final class KafkaClients {

  private KafkaClients() {}

  /** A consumer of committed records only, that commits nothing by itself. */
  public static KafkaConsumer<byte[], byte[]> consumer(
      String bootstrapServers, Map<String, Object> special) {
    Map<String, Object> config = new HashMap<>(special);
    config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** A producer with the services' own durability and compression. */
  public static KafkaProducer<byte[], byte[]> producer(
      String bootstrapServers, Map<String, Object> special) {
    Map<String, Object> config = new HashMap<>(special);
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
