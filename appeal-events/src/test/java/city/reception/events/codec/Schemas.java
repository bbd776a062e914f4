package city.reception.events.codec;

import static java.util.Objects.requireNonNull;

import city.reception.events.AppealEvent;
import city.reception.events.CommitteeId;
import city.reception.events.Topics;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schemas, as a foreign service would use them: each file by itself. */
final class Schemas {

  static final Path FOLDER = Path.of("src", "main", "resources", "schemas");

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Schemas() {}

  /** Every event of every topic by its CloudEvents type. */
  static SortedMap<String, Class<? extends AppealEvent>> events() {
    SortedMap<String, Class<? extends AppealEvent>> events = new TreeMap<>();
    Topics.all(List.of(CommitteeId.RECEPTION))
        .forEach(topic -> events.putAll(Map.copyOf(topic.values().types())));
    return events;
  }

  static Class<? extends AppealEvent> event(String type) {
    return requireNonNull(events().get(type), type);
  }

  static JsonNode read(String type) {
    try {
      return JsonMapper.shared().readTree(Files.readString(FOLDER.resolve(type + ".json")));
    } catch (IOException e) {
      throw new UncheckedIOException("no schema of " + type, e);
    }
  }

  static Schema schema(String type) {
    return REGISTRY.getSchema(read(type));
  }

  static List<Error> violations(Schema schema, JsonNode value) {
    return schema.validate(
        value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }
}
