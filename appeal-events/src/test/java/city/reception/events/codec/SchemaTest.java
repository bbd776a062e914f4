package city.reception.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealEvent;
import city.reception.events.codec.Examples.Example;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SchemaTest {

  static Set<String> types() {
    return Schemas.events().keySet();
  }

  static List<Example<?>> examples() {
    return Examples.all();
  }

  @Test
  void everyEventHasASchemaAndEverySchemaAnEvent() throws IOException {
    try (Stream<Path> files = Files.list(Schemas.FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(types().stream().map(t -> t + ".json").toList());
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void aSchemaDescribesItsRecord(String type) {
    JsonNode schema = Schemas.read(type);
    Class<? extends AppealEvent> event = Schemas.event(type);

    assertThat(SchemaComparison.differences(type + ".json", schema, event)).isEmpty();
    assertThat(schema.path("$schema").asString())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.path("$id").asString())
        .isEqualTo(
            "urn:city-reception:schema:"
                + type.substring("city.reception.".length()).replace(".v1", ":v1"));
    assertThat(schema.path("title").asString()).isNotBlank();
    assertThat(schema.path("description").asString()).contains(type);
  }

  @Test
  void aDifferenceIsNamedWithFileAndProperty() {
    String type = "city.reception.redirect-appeal.v1";
    ObjectNode schema = (ObjectNode) Schemas.read(type);
    ObjectNode properties = (ObjectNode) schema.path("properties");
    properties.remove("actor");
    properties.putObject("urgent").put("type", "boolean").put("description", "Whether it is.");
    ((ObjectNode) properties.path("expectedVersion")).put("type", "string");
    ((ObjectNode) properties.path("reason")).remove("description");
    schema.putArray("required").add("appealId").add("expectedVersion").add("toCommittee");

    assertThat(
            SchemaComparison.differences(
                type + ".json", schema, city.reception.events.RedirectAppeal.class))
        .containsExactlyInAnyOrder(
            type + ".json: actor is in RedirectAppeal but not in the schema",
            type + ".json: urgent is in the schema but not in RedirectAppeal",
            type + ".json: actor is not @Nullable but not required either",
            type + ".json: reason is not @Nullable but not required either",
            type + ".json: expectedVersion should be integer and is string",
            type + ".json: reason has no description");
  }

  @ParameterizedTest
  @MethodSource("types")
  void aSchemaIsValidByItsOwnMetaSchema(String type) {
    Schema metaSchema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));

    assertThat(metaSchema.validate(Schemas.read(type))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatTheCodecWritesIsValid(Example<?> example) {
    assertThat(Schemas.violations(Schemas.schema(example.type()), value(example))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatLacksARequiredPropertyOrHasItOfAnotherKindIsNotValid(Example<?> example) {
    Schema schema = Schemas.schema(example.type());
    for (String property : required(Schemas.read(example.type()))) {
      ObjectNode without = (ObjectNode) value(example);
      without.remove(property);
      ObjectNode ofAnotherKind = (ObjectNode) value(example);
      ofAnotherKind.putArray(property);

      assertThat(Schemas.violations(schema, without)).as("without " + property).isNotEmpty();
      assertThat(Schemas.violations(schema, ofAnotherKind)).as(property).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aFullExampleHasEveryPropertyAndAMinimalOneOnlyTheRequired(Example<?> example) {
    JsonNode schema = Schemas.read(example.type());
    JsonNode value = value(example);

    if (example.variant().equals("full")) {
      assertThat(value.propertyNames()).containsExactlyElementsOf(names(schema));
    } else {
      assertThat(value.propertyNames()).containsExactlyElementsOf(required(schema));
    }
  }

  @Test
  void everyEventThatMayLackAPropertyHasAMinimalExample() {
    assertThat(examples().stream().filter(e -> e.variant().equals("minimal")).map(Example::type))
        .containsAll(
            types().stream()
                .filter(type -> !names(Schemas.read(type)).equals(required(Schemas.read(type))))
                .toList());
  }

  private static List<String> names(JsonNode schema) {
    return List.copyOf(schema.path("properties").propertyNames());
  }

  private static List<String> required(JsonNode schema) {
    return schema.path("required").valueStream().map(JsonNode::stringValue).toList();
  }

  private static JsonNode value(Example<?> example) {
    return JsonMapper.shared().readTree(example.encoded().value());
  }
}
