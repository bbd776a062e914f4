package city.reception.starter.kafka;

import city.reception.events.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.core.MicrometerProducerListener;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.ProducerListener;

/**
 * The settings that correctness rests on, in one place. What an operator sets under {@code
 * spring.kafka} comes first, what stands here overrides it.
 */
public final class KafkaClients {

  private final KafkaProperties properties;
  private final KafkaConnectionDetails connection;
  private final @Nullable MeterRegistry meters;

  public KafkaClients(
      KafkaProperties properties,
      KafkaConnectionDetails connection,
      @Nullable MeterRegistry meters) {
    this.properties = properties;
    this.connection = connection;
    this.meters = meters;
  }

  /**
   * A template that logs no failed send: its future tells, or the transaction that cannot be
   * committed, and whoever asked tries again. A line for each record of a batch that is only rolled
   * back would call a person who can do nothing.
   */
  public static KafkaTemplate<byte[], byte[]> template(ProducerFactory<byte[], byte[]> producers) {
    KafkaTemplate<byte[], byte[]> template = new KafkaTemplate<>(producers);
    template.setProducerListener(new ProducerListener<>() {});
    return template;
  }

  /** Where the brokers are. */
  public String bootstrapServers() {
    return String.join(",", connection.getBootstrapServers());
  }

  /**
   * A producer factory: acknowledged by all in-sync replicas, idempotent, bytes in; compressed with
   * LZ4 unless {@code spring.kafka.producer.compression-type} has another (ADR 16).
   */
  public DefaultKafkaProducerFactory<byte[], byte[]> producerFactory(Map<String, Object> special) {
    Map<String, Object> config = new HashMap<>(properties.buildProducerProperties());
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_DEAD_LETTER_BYTES);
    config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.putAll(special);
    DefaultKafkaProducerFactory<byte[], byte[]> factory = new DefaultKafkaProducerFactory<>(config);
    if (meters != null) {
      factory.addListener(new MicrometerProducerListener<>(meters));
    }
    return factory;
  }

  /**
   * A consumer factory: from the beginning where nothing is committed, committed transactions only,
   * bytes out.
   */
  public DefaultKafkaConsumerFactory<byte[], byte[]> consumerFactory(Map<String, Object> special) {
    Map<String, Object> config = new HashMap<>(properties.buildConsumerProperties());
    config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
    config.putAll(special);
    DefaultKafkaConsumerFactory<byte[], byte[]> factory = new DefaultKafkaConsumerFactory<>(config);
    if (meters != null) {
      factory.addListener(new MicrometerConsumerListener<>(meters));
    }
    return factory;
  }
}
