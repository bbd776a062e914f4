package city.reception.events.codec;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import city.reception.events.EventId;
import city.reception.events.RegistrationNumber;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Holds a schema against the record it describes: the same properties, required exactly where a
 * component is not {@code @Nullable}, the JSON type and format of each, the constants of each enum,
 * and a description everywhere.
 */
final class SchemaComparison {

  /** How the contract writes each type that is neither a record, an enum nor a list. */
  private static final Map<Class<?>, Written> SCALARS =
      Map.ofEntries(
          Map.entry(String.class, new Written("string", null)),
          Map.entry(AppealId.class, new Written("string", "uuid")),
          Map.entry(CommitteeId.class, new Written("string", null)),
          Map.entry(EventId.class, new Written("string", null)),
          Map.entry(RegistrationNumber.class, new Written("string", null)),
          Map.entry(Instant.class, new Written("string", "date-time")),
          Map.entry(LocalDate.class, new Written("string", "date")),
          Map.entry(int.class, new Written("integer", null)),
          Map.entry(Integer.class, new Written("integer", null)),
          Map.entry(long.class, new Written("integer", null)),
          Map.entry(Long.class, new Written("integer", null)),
          Map.entry(double.class, new Written("number", null)),
          Map.entry(Double.class, new Written("number", null)),
          Map.entry(boolean.class, new Written("boolean", null)),
          Map.entry(Boolean.class, new Written("boolean", null)));

  private final String file;
  private final JsonNode root;
  private final List<String> differences = new ArrayList<>();
  private final Set<String> usedDefinitions = new HashSet<>();

  private SchemaComparison(String file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  /** What differs, each as "file: property: how"; empty when nothing does. */
  static List<String> differences(String file, JsonNode schema, Class<?> event) {
    SchemaComparison comparison = new SchemaComparison(file, schema);
    comparison.compareRecord("", schema, event);
    comparison.compareDefinitions();
    return comparison.differences;
  }

  private void compareRecord(String path, JsonNode schema, Class<?> type) {
    compareType(path, schema, new Written("object", null));
    requireDescription(path, schema);
    if (schema.has("additionalProperties") || schema.has("unevaluatedProperties")) {
      differs(path, "closes the door to properties of a later day");
    }
    Set<String> components = new TreeSet<>();
    Set<String> required = new TreeSet<>();
    for (RecordComponent component : type.getRecordComponents()) {
      components.add(component.getName());
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        required.add(component.getName());
      }
    }
    Set<String> properties = new TreeSet<>(schema.path("properties").propertyNames());
    for (String missing : without(components, properties)) {
      differs(at(path, missing), "is in " + type.getSimpleName() + " but not in the schema");
    }
    for (String surplus : without(properties, components)) {
      differs(at(path, surplus), "is in the schema but not in " + type.getSimpleName());
    }
    Set<String> declared = new TreeSet<>(strings(schema.path("required")));
    for (String missing : without(required, declared)) {
      differs(at(path, missing), "is not @Nullable but not required either");
    }
    for (String surplus : without(declared, required)) {
      differs(at(path, surplus), "is required but @Nullable, or not there at all");
    }
    for (RecordComponent component : type.getRecordComponents()) {
      JsonNode property = schema.path("properties").path(component.getName());
      if (!property.isMissingNode()) {
        String name = at(path, component.getName());
        requireDescription(name, property);
        compareValue(name, property, component.getAnnotatedType());
      }
    }
  }

  private void compareValue(String path, JsonNode schema, AnnotatedType annotated) {
    Class<?> type = rawType(annotated);
    Written scalar = SCALARS.get(type);
    if (scalar != null) {
      compareType(path, schema, scalar);
    } else if (type.isEnum()) {
      compareType(path, schema, new Written("string", null));
      compareConstants(path, schema, type);
    } else if (type.isRecord()) {
      compareRecord(path, definition(path, schema), type);
    } else if (annotated instanceof AnnotatedParameterizedType list && type == List.class) {
      compareType(path, schema, new Written("array", null));
      compareValue(path + "[]", schema.path("items"), list.getAnnotatedActualTypeArguments()[0]);
    } else {
      differs(path, "is of " + type.getSimpleName() + ", of which this check knows nothing");
    }
  }

  private void compareType(String path, JsonNode schema, Written expected) {
    Written found =
        new Written(
            schema.path("type").asStringOpt().orElse("none"),
            schema.path("format").asStringOpt().orElse(null));
    if (!expected.equals(found)) {
      differs(path, "should be " + expected + " and is " + found);
    }
  }

  private void compareConstants(String path, JsonNode schema, Class<?> type) {
    List<String> constants =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name())
            .toList();
    List<String> listed = strings(schema.path("enum"));
    if (!constants.equals(listed)) {
      differs(path, "should list " + constants + " and lists " + listed);
    }
    String description = schema.path("description").asStringOpt().orElse("");
    for (String constant : constants) {
      if (!description.contains(constant + ": ")) {
        differs(path, "does not say what " + constant + " means");
      }
    }
  }

  private JsonNode definition(String path, JsonNode schema) {
    String prefix = "#/$defs/";
    String reference = schema.path("$ref").asStringOpt().orElse("");
    if (!reference.startsWith(prefix)) {
      differs(path, "should refer to a definition of the same file");
      return schema;
    }
    String name = reference.substring(prefix.length());
    usedDefinitions.add(name);
    return root.path("$defs").path(name);
  }

  private void compareDefinitions() {
    for (String unused : without(root.path("$defs").propertyNames(), usedDefinitions)) {
      differs("$defs." + unused, "is not used");
    }
  }

  private void requireDescription(String path, JsonNode schema) {
    if (schema.path("description").asStringOpt().orElse("").isBlank()) {
      differs(path, "has no description");
    }
  }

  private void differs(String path, String how) {
    differences.add(file + ": " + (path.isEmpty() ? "the event" : path) + " " + how);
  }

  private static Class<?> rawType(AnnotatedType annotated) {
    return annotated.getType() instanceof ParameterizedType parameterized
        ? (Class<?>) parameterized.getRawType()
        : (Class<?>) annotated.getType();
  }

  private static String at(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static List<String> strings(JsonNode array) {
    return array.valueStream().map(JsonNode::stringValue).toList();
  }

  private static Set<String> without(Iterable<String> all, Set<String> without) {
    Set<String> left = new TreeSet<>();
    all.forEach(left::add);
    left.removeAll(without);
    return left;
  }

  private record Written(String type, @Nullable String format) {
    @Override
    public String toString() {
      return format == null ? type : type + " (" + format + ")";
    }
  }
}
