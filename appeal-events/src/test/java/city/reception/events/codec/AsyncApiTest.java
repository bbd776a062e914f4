package city.reception.events.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import city.reception.events.Topic;
import city.reception.events.Topics;
import city.reception.events.codec.Examples.Example;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description for foreign services says what {@link Topics} and the codec do. */
class AsyncApiTest {

  private static final Path FILE = Path.of("src", "main", "resources", "asyncapi.yaml");
  private static final CommitteeId COMMITTEE = CommitteeId.RECEPTION;
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final JsonNode API = read();

  static List<Example<?>> examples() {
    return Examples.all();
  }

  @Test
  void itIsAsyncApi3() {
    assertThat(API.path("asyncapi").asString()).isEqualTo("3.0.0");
    assertThat(API.at("/servers/local/host").asString()).isEqualTo("127.0.0.1:9092");
    assertThat(API.at("/info/description").asString())
        .contains("How a committee works from the topics alone")
        .contains("read_committed", "ce_id", "expectedVersion", "actionId", ".dlt");
  }

  @Test
  void everyTopicIsAChannelKeptAsDeclaredAndEveryChannelATopic() {
    List<Topic.Declaration> declared = new ArrayList<>();
    for (Topic<AppealId, ?> topic : Topics.all(List.of(COMMITTEE))) {
      declared.add(topic.declaration());
      declared.add(topic.deadLetters());
    }

    assertThat(API.path("channels").valueStream().map(AsyncApiTest::declaration))
        .containsExactlyInAnyOrderElementsOf(declared);
    assertThat(API.path("channels").valueStream().map(AsyncApiTest::configuration))
        .allSatisfy(configuration -> {
          assertThat(configuration.path("cleanup.policy").toString()).isEqualTo("[\"delete\"]");
          assertThat(configuration.path("message.timestamp.type").asString())
              .isEqualTo("LogAppendTime");
        });
  }

  @Test
  void everyChannelCarriesTheEventsOfItsTopicAndADeadLetterTopicAnything() {
    for (Topic<AppealId, ?> topic : Topics.all(List.of(COMMITTEE))) {
      assertThat(messages(topic.name()))
          .as(topic.name())
          .containsExactlyInAnyOrderElementsOf(topic.values().types().keySet());
      assertThat(messages(topic.deadLetters().name())).containsExactly("dead-letter");
    }
  }

  @Test
  void everyMessageNamesItsTypeItsSchemaAndItsKey() {
    for (Map.Entry<String, JsonNode> entry : API.at("/components/messages").properties()) {
      JsonNode message = entry.getValue();
      String type = message.path("name").asString();
      if (!type.equals("dead-letter")) {
        assertThat(entry.getKey()).isEqualTo(Schemas.event(type).getSimpleName());
        assertThat(message.at("/payload/schema/$ref").asString())
            .isEqualTo("./schemas/" + type + ".json");
        assertThat(message.at("/title").asString())
            .isEqualTo(Schemas.read(type).path("title").asString());
        assertThat(message.at("/headers/allOf/1/properties/ce_type/const").asString())
            .isEqualTo(type);
        assertThat(resolved(message.path("bindings")).at("/kafka/key/format").asString())
            .isEqualTo("uuid");
      }
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references =
        API.findValues("$ref").stream().map(JsonNode::stringValue).distinct().toList();

    assertThat(references).isNotEmpty().allSatisfy(AsyncApiTest::requireTarget);
  }

  @Test
  void aCommitteeFindsItsFourOperations() {
    assertThat(
            API.path("operations")
                .valueStream()
                .filter(operation -> operation.at("/tags/0/name").asString().equals("committee"))
                .map(operation ->
                    operation.path("action").asString()
                        + " "
                        + resolved(operation.path("channel")).path("address").asString()))
        .containsExactlyInAnyOrder(
            "receive appeals.routed.{committee}.v1",
            "receive appeals.status-changed.v1",
            "receive appeals.action-outcome.v1",
            "send appeals.committee-action.{committee}.v1");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theHeadersThatAreWrittenAreTheOnesDescribed(Example<?> example) {
    ObjectNode headers = headers(example);
    Schema described = headersOf(example);

    if (headers.path("ce_type").asString().equals("city.reception.appeal-received.v1")) {
      headers.put("ce_bodydigest", "any");
    }
    assertThat(Schemas.violations(described, headers)).isEmpty();
    for (String name : List.of("ce_id", "ce_type", "ce_source", "ce_specversion")) {
      ObjectNode without = headers.deepCopy();
      without.remove(name);
      assertThat(Schemas.violations(described, without)).as("without " + name).isNotEmpty();
    }
    assertThat(Schemas.violations(described, headers.deepCopy().put("ce_type", "other")))
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExamplesInItAreWhatTheCodecWrites(Example<?> example) {
    JsonNode message = message(example);
    if (message.has("examples") && example.variant().equals("full")) {
      assertThat(message.at("/examples/0/headers")).isEqualTo(headers(example));
      assertThat(message.at("/examples/0/payload"))
          .isEqualTo(JSON.readTree(example.encoded().value()));
    }
  }

  private static Topic.Declaration declaration(JsonNode channel) {
    return new Topic.Declaration(
        address(channel),
        channel.at("/bindings/kafka/partitions").intValue(),
        Duration.ofMillis(configuration(channel).path("retention.ms").longValue()),
        configuration(channel).path("max.message.bytes").intValue());
  }

  private static JsonNode configuration(JsonNode channel) {
    return channel.at("/bindings/kafka/topicConfiguration");
  }

  private static String address(JsonNode channel) {
    return channel.path("address").asString().replace("{committee}", COMMITTEE.slug());
  }

  private static List<String> messages(String topic) {
    JsonNode channel =
        API.path("channels")
            .valueStream()
            .filter(candidate -> address(candidate).equals(topic))
            .findFirst()
            .orElseThrow();
    return channel
        .path("messages")
        .valueStream()
        .map(message -> resolved(message).path("name").asString())
        .toList();
  }

  private static JsonNode message(Example<?> example) {
    return API.at("/components/messages/" + example.envelope().event().getClass().getSimpleName());
  }

  /** The described headers as a schema by itself: the whole file, entered at the message. */
  private static Schema headersOf(Example<?> example) {
    ObjectNode schema = JSON.createObjectNode();
    schema.set("components", API.path("components"));
    schema.put(
        "$ref",
        "#/components/messages/"
            + example.envelope().event().getClass().getSimpleName()
            + "/headers");
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
  }

  private static ObjectNode headers(Example<?> example) {
    ObjectNode headers = JSON.createObjectNode();
    for (Header header : example.encoded().headers()) {
      headers.put(header.key(), new String(header.value(), UTF_8));
    }
    return headers;
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? API.at(node.path("$ref").asString().substring(1)) : node;
  }

  private static void requireTarget(String reference) {
    if (reference.startsWith("#")) {
      assertThat(API.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    } else {
      assertThat(FILE.resolveSibling(reference)).exists();
    }
  }

  private static JsonNode read() {
    try {
      Object parsed =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FILE));
      return JSON.valueToTree(parsed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
