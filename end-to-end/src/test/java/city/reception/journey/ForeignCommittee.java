package city.reception.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A committee's service by somebody else: it knows {@code asyncapi.yaml} and the schemas that this
 * names, Kafka's client and a validator, and no class of the reception.
 */
final class ForeignCommittee implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, Object> api;
  private final String committee;
  private final KafkaConsumer<String, String> consumer;
  private final KafkaProducer<String, String> producer;

  ForeignCommittee(String bootstrapServers, String committee) {
    this.api = new Yaml().load(resource("asyncapi.yaml"));
    this.committee = committee;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "group.id", "foreign-committee",
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new StringSerializer(),
            new StringSerializer());
    consumer.subscribe(List.of(address("routed"), address("actionOutcome")));
  }

  /** Waits for a valid message of the given name about the appeal, or about the action. */
  JsonNode await(String channel, String message, String property, String value) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
    while (Instant.now().isBefore(deadline)) {
      for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
        String type = header(record, "ce_type");
        List<String> errors = validate(type, record.value());
        if (!errors.isEmpty()) {
          throw new IllegalStateException(record.topic() + ": " + errors);
        }
        JsonNode body = JSON.readTree(record.value());
        if (record.topic().equals(address(channel))
            && type.equals(typeOf(channel, message))
            && body.at(property).asString("").equals(value)) {
          return body;
        }
      }
    }
    throw new IllegalStateException("no " + message + " came for " + value);
  }

  /** Sends an action, once its own value has passed its schema. Returns the action's id. */
  String act(String message, String appealId, Map<String, Object> value) {
    String json = JSON.writeValueAsString(value);
    String type = typeOf("committeeAction", message);
    List<String> errors = validate(type, json);
    if (!errors.isEmpty()) {
      throw new IllegalStateException(errors.toString());
    }
    String id = UUID.randomUUID().toString();
    ProducerRecord<String, String> record =
        new ProducerRecord<>(address("committeeAction"), appealId, json);
    Map.of(
            "ce_id",
            id,
            "ce_type",
            type,
            "ce_source",
            "/foreign/" + committee,
            "ce_specversion",
            "1.0",
            "content-type",
            "application/json")
        .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    try {
      var _ = producer.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return id;
  }

  private List<String> validate(String type, String json) {
    Schema schema = schemas.getSchema(resource("schemas/" + type + ".json"), InputFormat.JSON);
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private String address(String channel) {
    return text(at("channels", channel, "address")).replace("{committee}", committee);
  }

  /** The CloudEvents type of a message of a channel. */
  private String typeOf(String channel, String message) {
    text(at("channels", channel, "messages", message, "$ref"));
    return text(at("components", "messages", message, "name"));
  }

  private Object at(String... path) {
    Object node = api;
    for (String key : path) {
      node = Objects.requireNonNull(((Map<?, ?>) node).get(key), key);
    }
    return node;
  }

  private static String text(Object node) {
    return Objects.requireNonNull((String) node);
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    Header header = Objects.requireNonNull(record.headers().lastHeader(name), name);
    return new String(header.value(), UTF_8);
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            ForeignCommittee.class.getClassLoader().getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    consumer.close();
    producer.close();
  }
}
