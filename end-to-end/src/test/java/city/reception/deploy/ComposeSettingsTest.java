package city.reception.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.deploy.Compose.Service;
import city.reception.desk.DeskApplication;
import city.reception.intake.IntakeApplication;
import city.reception.notifications.NotificationsApplication;
import city.reception.router.RouterApplication;
import city.reception.starter.ReceptionAutoConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.BoundPropertiesTrackingBindHandler;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every setting that the file gives a service is one that the service has. */
class ComposeSettingsTest {

  private static final String JSON = "SPRING_APPLICATION_JSON";
  private static final Compose compose = Compose.read();

  private static final Map<String, Class<?>> PROGRAMS =
      Map.of(
          "appeal-intake", IntakeApplication.class,
          "appeal-router", RouterApplication.class,
          "committee-desk", DeskApplication.class,
          "notifications", NotificationsApplication.class);

  private static Map<String, String> secrets = Map.of();

  @BeforeAll
  static void makeSecrets(@TempDir Path folder) throws Exception {
    assertThat(Secrets.make(folder)).isZero();
    secrets = Secrets.in(folder.resolve(".env"));
  }

  static Stream<Service> own() {
    return compose.own().stream();
  }

  @ParameterizedTest
  @MethodSource("own")
  void everySettingOfOursBindsToARecordOfTheService(Service service) {
    Set<String> bound = new TreeSet<>();
    MutablePropertySources sources = sources(service, secrets);
    for (Class<?> properties : propertiesOf(service)) {
      bind(properties, sources, bound);
    }

    assertThat(bound).containsAll(given(service, "reception"));
  }

  @ParameterizedTest
  @MethodSource("own")
  void everySettingOfSpringsIsDocumentedThere(Service service) throws IOException {
    Set<String> documented = documentedProperties();
    Set<String> given = new TreeSet<>(given(service, ""));
    given.removeIf(name -> name.startsWith("reception_"));

    assertThat(documented).containsAll(given);
  }

  @ParameterizedTest
  @MethodSource("own")
  void thePortThatIsPublishedAndCheckedIsTheServices(Service service) throws IOException {
    String port = service.innerPort();
    assertThat(service.healthCommand()).containsExactly("CMD", "/app/ready", port);
    Set<Object> own = new HashSet<>();
    for (PropertySource<?> document :
        new YamlPropertySourceLoader()
            .load(service.module(), new ClassPathResource(service.module() + ".yaml"))) {
      own.add(String.valueOf(document.getProperty("server.port")));
    }
    assertThat(own).contains(port);
  }

  /** As the operations guide has them. */
  @Test
  void aChannelWithAKeyAndASecondSealingKeyAreTaken() {
    Service intake = compose.service("intake");
    Map<String, String> edited = new TreeMap<>(secrets);
    String key = Base64.getEncoder().encodeToString(new byte[32]);
    edited.put("SEALING_KEYS", "{\"k1\": \"%1$s\", \"k2\": \"%1$s\"}".formatted(key));
    edited.put(
        "CHANNELS",
        "[{\"name\": \"city-portal\", \"key-sha256\": \"%s\"}]".formatted("0f".repeat(32)));
    Set<String> bound = new TreeSet<>();
    propertiesOf(intake).forEach(type -> bind(type, sources(intake, edited), bound));

    assertThat(bound)
        .contains(
            "reception_intake_channels_0_name",
            "reception_intake_channels_0_keysha256",
            "reception_intake_secrets_sealingkeys_k1",
            "reception_intake_secrets_sealingkeys_k2");
  }

  @Test
  void aMisspeltSettingWouldBeFound() {
    Set<String> bound = new TreeSet<>();
    MutablePropertySources sources = new MutablePropertySources();
    sources.addFirst(environment(Map.of("RECEPTION_TOPICS_REPLICATIONFACTOUR", "3")));
    propertiesOf(compose.service("desk")).forEach(type -> bind(type, sources, bound));

    assertThat(bound).isEmpty();
  }

  private static void bind(Class<?> type, MutablePropertySources sources, Set<String> bound) {
    LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();
    validator.afterPropertiesSet();
    BindHandler tracking =
        new BoundPropertiesTrackingBindHandler(property -> bound.add(plain(property.getName())));
    String prefix =
        Objects.requireNonNull(
                AnnotatedElementUtils.findMergedAnnotation(type, ConfigurationProperties.class))
            .prefix();
    new Binder(ConfigurationPropertySources.from(sources))
        .bindOrCreate(prefix, Bindable.of(type), new ValidationBindHandler(tracking, validator));
  }

  private static List<Class<?>> propertiesOf(Service service) {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    return Stream.of(program(service), ReceptionAutoConfiguration.class)
        .flatMap(program -> scanner.findCandidateComponents(program.getPackageName()).stream())
        .<Class<?>>map(found -> {
          try {
            return Class.forName(found.getBeanClassName());
          } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
          }
        })
        .toList();
  }

  private static Class<?> program(Service service) {
    return Objects.requireNonNull(PROGRAMS.get(service.module()), service.module());
  }

  private static MutablePropertySources sources(Service service, Map<String, String> values) {
    MutablePropertySources sources = new MutablePropertySources();
    sources.addLast(new MapPropertySource("json", json(service, values)));
    sources.addLast(environment(service.environment(values)));
    return sources;
  }

  /** As Spring Boot names it, since the binder treats the environment by its name. */
  private static SystemEnvironmentPropertySource environment(Map<String, String> variables) {
    return new SystemEnvironmentPropertySource("systemEnvironment", new LinkedHashMap<>(variables));
  }

  /** The settings below {@code root} that the service is given, however they are written. */
  private static Set<String> given(Service service, String root) {
    Set<String> names = new TreeSet<>();
    service.environment().keySet().stream()
        .filter(name -> !name.equals(JSON))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .forEach(names::add);
    json(service, secrets)
        .keySet()
        .forEach(name -> names.add(plain(ConfigurationPropertyName.of(name))));
    names.removeIf(name -> !name.startsWith(root));
    return names;
  }

  private static Map<String, Object> json(Service service, Map<String, String> values) {
    String text = service.environment(values).get(JSON);
    Map<String, Object> flat = new TreeMap<>();
    if (text != null) {
      flatten("", JsonMapper.shared().readTree(text), flat);
    }
    return flat;
  }

  private static void flatten(String path, JsonNode node, Map<String, Object> into) {
    if (node.isObject()) {
      node.properties()
          .forEach(p ->
              flatten(path.isEmpty() ? p.getKey() : path + "." + p.getKey(), p.getValue(), into));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(path + "[" + i + "]", node.get(i), into);
      }
    } else {
      into.put(path, node.asString());
    }
  }

  /** A name as an environment variable has it, in small letters. */
  private static String plain(ConfigurationPropertyName name) {
    return name.toString()
        .toLowerCase(Locale.ROOT)
        .replace("-", "")
        .replaceAll("[.\\[]", "_")
        .replace("]", "");
  }

  private static Set<String> documentedProperties() throws IOException {
    Set<String> names = new TreeSet<>();
    for (URL url :
        Collections.list(
            ComposeSettingsTest.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
      try (InputStream in = url.openStream()) {
        for (JsonNode property : JsonMapper.shared().readTree(in).path("properties")) {
          names.add(plain(ConfigurationPropertyName.adapt(property.path("name").asString(), '.')));
        }
      }
    }
    return names;
  }
}
