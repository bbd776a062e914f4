package city.reception.journey;

import static org.awaitility.Awaitility.await;

import city.reception.faults.Ports;
import city.reception.local.kafka.BrokerSettings;
import city.reception.local.kafka.LocalKafka;
import city.reception.local.mail.LocalMail;
import city.reception.local.postgres.Database;
import city.reception.local.postgres.LocalPostgres;
import city.reception.local.secrets.LocalSecrets;
import city.reception.local.system.LocalPorts;
import city.reception.local.system.LocalPorts.Listener;
import city.reception.local.system.LocalServices;
import city.reception.router.RouterApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole system, with its servers in reach, so that they can be stopped and started again. */
final class Reception implements AutoCloseable {

  private static final Ports PORTS = new Ports();
  static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path COMMITTEES = Path.of("../config/committees.yaml").toAbsolutePath();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;
  private final LocalPorts ports;
  private final LocalSecrets secrets;
  private final BrokerSettings broker;
  private final LocalMail mail;
  private final List<ConfigurableApplicationContext> services = new ArrayList<>();
  private LocalKafka kafka;
  private LocalPostgres postgres;

  /** An answer over HTTP. */
  record Answer(int status, Map<String, List<String>> headers, JsonNode body) {}

  /** What a channel is told of an appeal it posted. */
  record Receipt(String appealId, String trackingCode) {}

  Reception(Path folder) {
    this.folder = folder;
    this.ports = freePorts();
    this.broker =
        BrokerSettings.single(ports.of(Listener.KAFKA), PORTS.take(), folder.resolve("kafka"));
    this.secrets = LocalSecrets.in(folder.resolve("secrets"));
    this.mail = LocalMail.start(0, folder.resolve("mail"));
    this.kafka = LocalKafka.start(broker);
    this.postgres = startedPostgres();
    LocalServices local = new LocalServices(ports, secrets, COMMITTEES, mail.port());
    local.starters().parallelStream().map(starter -> starter.get()).toList().forEach(services::add);
  }

  /** Stops the router that started with the others. */
  void stopRouter() {
    ConfigurableApplicationContext router =
        services.stream()
            .filter(service ->
                RouterApplication.NAME.equals(
                    service.getEnvironment().getProperty("spring.application.name")))
            .findFirst()
            .orElseThrow();
    router.close();
    services.remove(router);
  }

  /** Starts a router, some of whose parts a test may put something around. */
  ConfigurableApplicationContext anotherRouter(BeanPostProcessor wrapping) {
    List<String> arguments = new ArrayList<>();
    LocalServices.routerRoles(ports.of(Listener.POSTGRES), secrets)
        .forEach((property, value) -> arguments.add("--" + property + "=" + value));
    arguments.addAll(
        List.of(
            "--spring.config.name=" + RouterApplication.NAME,
            "--spring.kafka.bootstrap-servers=" + ports.bootstrapServers(),
            "--reception.committees.location=" + COMMITTEES.toUri(),
            "--reception.topics.replication-factor=1",
            "--reception.topics.min-insync-replicas=1",
            "--reception.router.threads=1",
            "--management.metrics.use-global-registry=false",
            "--server.port=0"));
    ConfigurableApplicationContext router =
        new SpringApplicationBuilder(RouterApplication.class)
            .initializers(context -> context.getBeanFactory().addBeanPostProcessor(wrapping))
            .registerShutdownHook(false)
            .run(arguments.toArray(String[]::new));
    services.add(router);
    return router;
  }

  String bootstrapServers() {
    return ports.bootstrapServers();
  }

  String url(Listener listener, String path) {
    return ports.url(listener) + path;
  }

  void stopKafka() {
    kafka.close();
  }

  void startKafka() {
    kafka = LocalKafka.start(broker);
  }

  void stopPostgres() {
    postgres.close();
  }

  void startPostgres() {
    postgres = startedPostgres();
  }

  private LocalPostgres startedPostgres() {
    return LocalPostgres.start(
        folder.resolve("postgres"), ports.of(Listener.POSTGRES), secrets, LocalServices.DATABASES);
  }

  /** Posts an appeal and insists until it is accepted, as a channel would, with the same key. */
  Receipt post(String key, String body) {
    Answer answer =
        await()
            .atMost(PATIENCE)
            .pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofMillis(100))
            .ignoreExceptionsInstanceOf(UncheckedIOException.class)
            .until(() -> tryPost(key, body), reply -> reply.status() != 503);
    if (answer.status() != 202) {
      throw new IllegalStateException("not accepted: " + answer);
    }
    return new Receipt(
        answer.body().get("appealId").asString(), answer.body().get("trackingCode").asString());
  }

  Answer tryPost(String key, String body) {
    return send(
        request(Listener.INTAKE, "/api/v1/appeals")
            .header("Idempotency-Key", key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** What the resident sees. */
  Answer track(Receipt receipt) {
    return send(
        request(Listener.INTAKE, "/api/v1/appeals/" + receipt.appealId())
            .header("Tracking-Code", receipt.trackingCode()));
  }

  JsonNode awaitTracking(Receipt receipt, String status) {
    return awaitJson(() -> track(receipt), body -> body.path("status").asString("").equals(status));
  }

  Answer desk(String path) {
    return send(request(Listener.DESK, path));
  }

  /** Acts, and waits for what became of it where the desk has not heard within its two seconds. */
  Answer act(String appealId, String body) {
    Answer answer = ask(appealId, body);
    if (answer.status() != 202) {
      return answer;
    }
    String location = answer.headers().getOrDefault("location", List.of()).getFirst();
    String action = location.replaceFirst("^https?://[^/]+", "");
    Answer settled =
        await()
            .atMost(PATIENCE)
            .pollDelay(Duration.ZERO)
            .until(
                () -> desk(action),
                told -> !told.body().path("state").asString("PENDING").equals("PENDING"));
    boolean done = settled.body().path("state").asString().equals("DONE");
    return new Answer(done ? 200 : 409, settled.headers(), settled.body());
  }

  /** Acts, and returns what the desk answers within its two seconds, once Kafka has taken it. */
  Answer ask(String appealId, String body) {
    String key = UUID.randomUUID().toString();
    return await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                send(
                    request(Listener.DESK, "/api/v1/appeals/" + appealId + "/actions")
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))),
            answer -> answer.status() != 503);
  }

  /** Waits until the desk shows the appeal as expected. */
  JsonNode awaitDesk(String appealId, Predicate<JsonNode> expected) {
    return awaitJson(() -> desk("/api/v1/appeals/" + appealId), expected);
  }

  JsonNode awaitJson(Callable<Answer> call, Predicate<JsonNode> expected) {
    return await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .until(call, answer -> answer.status() == 200 && expected.test(answer.body()))
        .body();
  }

  Answer health(Listener service) {
    return send(request(service, "/actuator/health/readiness"));
  }

  Answer get(Listener service, String path) {
    return send(request(service, path));
  }

  HttpRequest.Builder request(Listener service, String path) {
    return HttpRequest.newBuilder(URI.create(url(service, path))).timeout(TIMEOUT);
  }

  Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers().map(), json(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String text) {
    return text.startsWith("{") || text.startsWith("[")
        ? JSON.readTree(text)
        : JSON.getNodeFactory().stringNode(text);
  }

  static JsonNode json(byte[] value) {
    return JSON.readTree(value);
  }

  /** Every mail that the residents got, as it is. */
  List<String> mails() {
    try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
      List<String> mails = new ArrayList<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".eml")).toList()) {
        mails.add(Files.readString(file));
      }
      return mails;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Database database(Listener service) {
    return LocalPostgres.database(service.title(), ports.of(Listener.POSTGRES), secrets);
  }

  long count(Listener service, String sql) {
    Database database = database(service);
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.username(), database.password());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    services.parallelStream().forEach(ConfigurableApplicationContext::close);
    kafka.close();
    postgres.close();
    mail.close();
  }

  static String appeal(String subject, String text, String email, @Nullable String committee) {
    Map<String, Object> body =
        new LinkedHashMap<>(
            Map.of(
                "kind",
                "COMPLAINT",
                "applicant",
                Map.of("type", "PERSON", "name", "Иванова Мария Петровна"),
                "contact",
                Map.of("email", email, "locale", "ru"),
                "subject",
                subject,
                "text",
                text));
    if (committee != null) {
      body.put("addressee", Map.of("committee", committee));
    }
    return JSON.writeValueAsString(body);
  }

  /** A free port for each listener. */
  static LocalPorts freePorts() {
    Map<Listener, Integer> chosen = new EnumMap<>(Listener.class);
    for (Listener listener : Listener.values()) {
      chosen.put(listener, PORTS.take());
    }
    return LocalPorts.with(chosen);
  }
}
