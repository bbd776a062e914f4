package city.reception.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docker-compose.yml}, read as Compose reads it. */
final class Compose {

  /** Where the repository begins. Tests run in their module's folder. */
  static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  static final Set<String> BROKERS = Set.of("kafka-1", "kafka-2", "kafka-3");

  /** {@code ${NAME:?what to do when it is missing}}, the only form in use. */
  static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):\\?[^}]+}");

  /** What the image's start script keeps for itself. */
  private static final Set<String> NOT_FOR_THE_BROKER = Set.of("KAFKA_HEAP_OPTS");

  private final Map<String, Object> file;

  private Compose(Map<String, Object> file) {
    this.file = file;
  }

  static Compose read() {
    try (InputStream in = Files.newInputStream(REPOSITORY.resolve("docker-compose.yml"))) {
      return new Compose(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
    } catch (IOException e) {
      throw new AssertionError("docker-compose.yml cannot be read", e);
    }
  }

  Object version() {
    return Objects.requireNonNull(file.get("version"));
  }

  Set<String> volumes() {
    return mapOf(file.get("volumes")).keySet();
  }

  List<Service> services() {
    List<Service> services = new ArrayList<>();
    mapOf(file.get("services"))
        .forEach((name, definition) -> services.add(new Service(name, mapOf(definition))));
    return services;
  }

  Service service(String name) {
    return services().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  List<Service> brokers() {
    return services().stream().filter(s -> BROKERS.contains(s.name())).toList();
  }

  /** Those whose images are built here. */
  List<Service> own() {
    return services().stream().filter(s -> s.definition().containsKey("build")).toList();
  }

  /** The names of the variables that {@code text} wants. */
  static List<String> variables(String text) {
    return VARIABLE.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** One service of the file. */
  record Service(String name, Map<String, Object> definition) {

    @Nullable Object get(String key) {
      return definition.get(key);
    }

    String text(String key) {
      return Objects.requireNonNull(definition.get(key), name + " has no " + key).toString();
    }

    List<String> list(String key) {
      return definition.get(key) instanceof List<?> list
          ? list.stream().map(String::valueOf).toList()
          : List.of();
    }

    /** The module that its image is built from. */
    String module() {
      return Objects.requireNonNull(mapOf(map("build").get("args")).get("MODULE")).toString();
    }

    /** The command that asks whether it is healthy. */
    List<String> healthCommand() {
      return map("healthcheck").get("test") instanceof List<?> words
          ? words.stream().map(String::valueOf).toList()
          : List.of();
    }

    /** The port of the loopback address at which its first port is published. */
    String publishedPort() {
      return list("ports").getFirst().split(":", -1)[1];
    }

    /** The port that it listens on, inside. */
    String innerPort() {
      return list("ports").getFirst().split(":", -1)[2];
    }

    Map<String, Object> map(String key) {
      return mapOf(definition.get(key));
    }

    /** The environment as it stands in the file. */
    Map<String, String> environment() {
      return map("environment").entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey, e -> e.getValue().toString(), (a, b) -> b, TreeMap::new));
    }

    /** The environment with the variables filled in from {@code values}. */
    Map<String, String> environment(Map<String, String> values) {
      UnaryOperator<String> fill =
          text ->
              VARIABLE
                  .matcher(text)
                  .replaceAll((MatchResult found) -> {
                    String value = values.get(found.group(1));
                    if (value == null) {
                      throw new AssertionError("nobody sets " + found.group(1));
                    }
                    return Matcher.quoteReplacement(value);
                  });
      Map<String, String> filled = environment();
      filled.replaceAll((name, value) -> fill.apply(value));
      return filled;
    }

    /** A broker's settings, by the names that Kafka gives them. */
    Map<String, String> brokerSettings() {
      return environment().entrySet().stream()
          .filter(e -> e.getKey().startsWith("KAFKA_"))
          .filter(e -> !NOT_FOR_THE_BROKER.contains(e.getKey()))
          .collect(
              Collectors.toMap(
                  e ->
                      e.getKey()
                          .substring("KAFKA_".length())
                          .toLowerCase(Locale.ROOT)
                          .replace('_', '.'),
                  Map.Entry::getValue,
                  (a, b) -> b,
                  TreeMap::new));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Map<String, Object> mapOf(@Nullable Object value) {
    Map<String, Object> map = new TreeMap<>();
    if (value instanceof Map<?, ?> found) {
      found.forEach((key, element) -> map.put(String.valueOf(key), element == null ? "" : element));
    }
    return map;
  }
}
