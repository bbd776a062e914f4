package city.reception.faults;

import city.reception.desk.DeskApplication;
import city.reception.intake.IntakeApplication;
import city.reception.local.postgres.Database;
import city.reception.local.postgres.LocalPostgres;
import city.reception.local.secrets.LocalSecrets;
import city.reception.local.system.LocalServices;
import city.reception.notifications.NotificationsApplication;
import city.reception.router.RouterApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The commands that start the services, with timeouts shortened as far as properties allow: so that
 * what takes a deployment minutes fits into a seed.
 */
final class Services {

  /** A notice's lease; a whole dialogue with the mail server must fit in. */
  static final int LEASE_SECONDS = 20;

  private static final String KEY_ID = "faults1";
  private static final String SEAL = "contact-seal";
  private static final Map<String, String> NO_PAGES =
      Map.of("springdoc.api-docs.enabled", "false", "springdoc.swagger-ui.enabled", "false");

  private final Path folder;
  private final Path committees;
  private final LocalSecrets secrets;
  private final String brokers;
  private final Http http;

  Services(Path folder, Path committees, LocalSecrets secrets, String brokers, Http http) {
    this.folder = folder;
    this.committees = committees;
    this.secrets = secrets;
    this.brokers = brokers;
    this.http = http;
  }

  Child intake(String name, int port, int databasePort) {
    Map<String, String> own = new HashMap<>();
    String prefix = "reception.intake.";
    own.put(prefix + "public-channel", "portal");
    own.put(prefix + "secrets.sealing-keys." + KEY_ID, secrets.key(SEAL));
    own.put(prefix + "secrets.sealing-key-id", KEY_ID);
    own.put(prefix + "secrets.tracking-keys." + KEY_ID, secrets.key("tracking-codes"));
    own.put(prefix + "secrets.tracking-key-id", KEY_ID);
    own.put(prefix + "secrets.digest-key", secrets.key("body-digests"));
    own.put(prefix + "kafka.delivery-timeout", "8s");
    own.put(prefix + "kafka.request-timeout", "3s");
    // Small enough to be filled by a burst.
    own.put(prefix + "kafka.buffer", "768KB");
    own.put(prefix + "submission.in-flight", "300");
    return service(
        name, IntakeApplication.class, "appeal-intake", "intake", port, databasePort, own);
  }

  Child router(String name, int port, int databasePort) {
    Map<String, String> own = new HashMap<>(NO_PAGES);
    own.putAll(LocalServices.routerRoles(databasePort, secrets));
    return service(
        name, RouterApplication.class, RouterApplication.NAME, "router", port, databasePort, own);
  }

  Child desk(String name, int port, int databasePort) {
    return service(
        name, DeskApplication.class, "committee-desk", "desk", port, databasePort, Map.of());
  }

  Child notifications(String name, int port, int databasePort, int mailPort) {
    Map<String, String> own = new HashMap<>(NO_PAGES);
    own.put("reception.notifications.sealing-keys." + KEY_ID, secrets.key(SEAL));
    own.put("spring.mail.host", "127.0.0.1");
    own.put("spring.mail.port", Integer.toString(mailPort));
    own.put("spring.mail.properties.mail.smtp.connectiontimeout", "650");
    own.put("spring.mail.properties.mail.smtp.timeout", "650");
    own.put("spring.mail.properties.mail.smtp.writetimeout", "650");
    String prefix = "reception.notifications.delivery.";
    own.put(prefix + "instance", name);
    own.put(prefix + "lease", LEASE_SECONDS + "s");
    own.put(prefix + "longest-pause", "4s");
    return service(
        name,
        NotificationsApplication.class,
        "notifications",
        "notifications",
        port,
        databasePort,
        own);
  }

  private Child service(
      String name,
      Class<?> application,
      String configuration,
      String databaseName,
      int port,
      int databasePort,
      Map<String, String> own) {
    Database database = LocalPostgres.database(databaseName, databasePort, secrets);
    Map<String, String> properties = new TreeMap<>();
    properties.put("server.address", "127.0.0.1");
    properties.put("server.port", Integer.toString(port));
    properties.put("spring.kafka.bootstrap-servers", brokers);
    properties.put("spring.kafka.consumer.properties.session.timeout.ms", "6000");
    properties.put("spring.kafka.consumer.properties.heartbeat.interval.ms", "1500");
    properties.put("spring.datasource.url", database.url());
    properties.put("spring.datasource.username", database.username());
    properties.put("spring.datasource.password", database.password());
    properties.put("reception.topics.create", "true");
    properties.put("reception.committees.location", committees.toUri().toString());
    properties.put("spring.thymeleaf.check-template-location", "false");
    properties.put("management.tracing.sampling.probability", "0");
    properties.putAll(own);
    List<String> arguments =
        properties.entrySet().stream()
            .map(property -> "--" + property.getKey() + "=" + property.getValue())
            .toList();
    return new Child(
        name,
        Jvm.command(
            "192m",
            application.getName(),
            List.of("-Dspring.config.name=" + configuration),
            arguments),
        folder,
        child -> isReady(port));
  }

  private boolean isReady(int port) {
    try {
      return http.get("http://127.0.0.1:" + port + "/actuator/health/readiness", Map.of()).status()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
