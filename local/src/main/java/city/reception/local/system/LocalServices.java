package city.reception.local.system;

import city.reception.desk.DeskApplication;
import city.reception.intake.IntakeApplication;
import city.reception.local.postgres.Database;
import city.reception.local.postgres.LocalPostgres;
import city.reception.local.secrets.LocalSecrets;
import city.reception.local.system.LocalPorts.Listener;
import city.reception.notifications.NotificationsApplication;
import city.reception.router.RouterApplication;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The four services as contexts of one JVM: the same main classes and configuration files as on
 * their own, with the addresses and secrets of this installation on top.
 */
public final class LocalServices {

  /** Each service's database and role. */
  public static final List<String> DATABASES =
      Stream.of(Listener.INTAKE, Listener.ROUTER, Listener.DESK, Listener.NOTIFICATIONS)
          .map(Listener::title)
          .toList();

  private static final String KEY_ID = "local1";

  /** Intake seals contacts with it, notifications opens them. */
  private static final String SEAL = "contact-seal";

  /** What other services' libraries would add where all are on one class path. */
  private static final Map<String, String> NO_PAGES =
      Map.of("springdoc.api-docs.enabled", "false", "springdoc.swagger-ui.enabled", "false");

  private final LocalPorts ports;
  private final LocalSecrets secrets;
  private final Path committees;
  private final int mailPort;

  public LocalServices(LocalPorts ports, LocalSecrets secrets, Path committees, int mailPort) {
    this.ports = ports;
    this.secrets = secrets;
    this.committees = committees;
    this.mailPort = mailPort;
  }

  /** What starts each service; fails when the service does. */
  public List<Supplier<ConfigurableApplicationContext>> starters() {
    return List.of(
        starter(IntakeApplication.class, "appeal-intake", Listener.INTAKE, intake()),
        starter(RouterApplication.class, "appeal-router", Listener.ROUTER, router()),
        starter(DeskApplication.class, "committee-desk", Listener.DESK, Map.of()),
        starter(
            NotificationsApplication.class,
            "notifications",
            Listener.NOTIFICATIONS,
            notifications()));
  }

  /**
   * The roles with which a router works: one that cannot change the journal for the service, and
   * the owner for the schema alone.
   */
  public static Map<String, String> routerRoles(int postgresPort, LocalSecrets secrets) {
    String name = Listener.ROUTER.title();
    Database service = LocalPostgres.lesser(name, postgresPort, secrets);
    Database owner = LocalPostgres.database(name, postgresPort, secrets);
    return Map.of(
        "spring.datasource.url",
        service.url(),
        "spring.datasource.username",
        service.username(),
        "spring.datasource.password",
        service.password(),
        "spring.flyway.user",
        owner.username(),
        "spring.flyway.password",
        owner.password());
  }

  private Map<String, String> router() {
    Map<String, String> properties = new HashMap<>(NO_PAGES);
    properties.putAll(routerRoles(ports.of(Listener.POSTGRES), secrets));
    return properties;
  }

  private Supplier<ConfigurableApplicationContext> starter(
      Class<?> application, String configuration, Listener listener, Map<String, String> own) {
    return () ->
        new SpringApplicationBuilder(application)
            .properties("spring.config.name=" + configuration)
            .registerShutdownHook(false)
            .run(arguments(listener, own));
  }

  private String[] arguments(Listener listener, Map<String, String> own) {
    Database database =
        LocalPostgres.database(listener.title(), ports.of(Listener.POSTGRES), secrets);
    Map<String, String> properties = new HashMap<>();
    properties.put("server.address", "127.0.0.1");
    properties.put("server.port", Integer.toString(ports.of(listener)));
    properties.put("spring.kafka.bootstrap-servers", ports.bootstrapServers());
    properties.put("spring.datasource.url", database.url());
    properties.put("spring.datasource.username", database.username());
    properties.put("spring.datasource.password", database.password());
    properties.put("reception.topics.create", "true");
    properties.put("reception.topics.replication-factor", "1");
    properties.put("reception.topics.min-insync-replicas", "1");
    properties.put("reception.committees.location", committees.toUri().toString());
    properties.put("spring.thymeleaf.check-template-location", "false");
    // Each context keeps its own meters, as each process would.
    properties.put("management.metrics.use-global-registry", "false");
    properties.putAll(own);
    return properties.entrySet().stream()
        .map(property -> "--" + property.getKey() + "=" + property.getValue())
        .toArray(String[]::new);
  }

  private Map<String, String> intake() {
    String prefix = "reception.intake.";
    return Map.of(
        prefix + "public-channel",
        "portal",
        prefix + "public-identity-assurance",
        "ACCOUNT",
        prefix + "secrets.sealing-keys." + KEY_ID,
        secrets.key(SEAL),
        prefix + "secrets.sealing-key-id",
        KEY_ID,
        prefix + "secrets.tracking-keys." + KEY_ID,
        secrets.key("tracking-codes"),
        prefix + "secrets.tracking-key-id",
        KEY_ID,
        prefix + "secrets.digest-key",
        secrets.key("body-digests"));
  }

  private Map<String, String> notifications() {
    Map<String, String> properties = new HashMap<>(NO_PAGES);
    properties.put("reception.notifications.sealing-keys." + KEY_ID, secrets.key(SEAL));
    properties.put("spring.mail.host", "127.0.0.1");
    properties.put("spring.mail.port", Integer.toString(mailPort));
    properties.put(
        "reception.notifications.mail.tracking-url",
        ports.url(Listener.INTAKE) + "/api/v1/appeals/{appealId}");
    return properties;
  }
}
