package city.reception.benchmarks.harness;

import city.reception.local.kafka.BrokerProcess;
import city.reception.local.postgres.Database;
import city.reception.local.postgres.LocalPostgres;
import city.reception.local.secrets.LocalSecrets;
import city.reception.local.system.LocalServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The servers and services that are measured: a broker in a JVM of its own, PostgreSQL with durable
 * settings, services on free ports, all on fresh data in a temporary folder. Everything is started
 * when it is first asked for, and stops, last first, when this closes; the folder goes too.
 */
public final class Workbench implements AutoCloseable {

  /** Databases that peers may use, beside those of the services. */
  public static final List<String> PEER_DATABASES =
      List.of(
          "modulith",
          "outbox",
          "routerpeer",
          "barelimit",
          "routerempty",
          "routerfull",
          "journeyintake",
          "journeyrouter",
          "journeydesk",
          "journeynotifications",
          "campaigns");

  /** What every service process gets, peers alike: heap and collector as in the Dockerfile. */
  public static final List<String> SERVICE_JVM =
      List.of("-Xms256m", "-Xmx512m", "-XX:+UseParallelGC", "-XX:NewRatio=1");

  private static final List<String> BROKER_JVM = List.of("-Xms256m", "-Xmx512m");
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String BROKERS = "spring.kafka.bootstrap-servers";

  private final Path home;
  private final Path folder;
  private final Progress progress;
  private final LocalSecrets secrets;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final HttpClient http = HttpClient.newHttpClient();

  private @Nullable Broker broker;
  private @Nullable LocalPostgres postgres;
  private int postgresPort;
  private boolean closed;

  private Workbench(Path home, Path folder, Progress progress) {
    this.home = home;
    this.folder = folder;
    this.progress = progress;
    this.secrets = LocalSecrets.in(folder.resolve("secrets"));
  }

  /**
   * A workbench in a new temporary folder.
   *
   * @param home where {@code config/committees.yaml} is
   */
  public static Workbench open(Path home, Progress progress) {
    try {
      return new Workbench(home, Files.createTempDirectory("reception-bench"), progress);
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder can be made", e);
    }
  }

  /** The broker: acknowledged from its page cache, as in {@code ./appeals up}. */
  public synchronized Broker broker() throws InterruptedException {
    Broker running = broker;
    if (running == null) {
      running = broker("broker", Map.of());
      broker = running;
    }
    return running;
  }

  /** Another broker, a cluster of its own, with {@code settings} of Kafka's over ours. */
  public synchronized Broker broker(String name, Map<String, String> settings)
      throws InterruptedException {
    progress.say("starting " + name);
    int port = freePort();
    Path directory = folder.resolve(name);
    List<String> arguments = new ArrayList<>();
    new TreeMap<>(
            Map.of(
                "--node-id",
                "1",
                "--port",
                Integer.toString(port),
                "--voters",
                "1@" + freePort(),
                "--directory",
                directory.toString()))
        .forEach((option, value) -> arguments.addAll(List.of(option, value)));
    settings.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
    Path log = folder.resolve(name + ".log");
    JvmProcess process =
        keep(
            JvmProcess.start(
                new JvmProcess.Start(
                    name, BrokerProcess.class, arguments, BROKER_JVM, Workbench::isForAll, log)));
    process.awaitReady(() -> Logs.hasLine(log, "ready: "), PATIENCE);
    return new Broker(process, "127.0.0.1:" + port, directory);
  }

  /** A database of {@link LocalServices#DATABASES} or {@link #PEER_DATABASES}. */
  public synchronized Database database(String name) {
    return postgres().database(name);
  }

  /** The server process with all its children, for its processor time. */
  public synchronized ProcessHandle postgresProcess() {
    LocalPostgres _ = postgres();
    try {
      String pid = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst().strip();
      return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL's pid file cannot be read", e);
    }
  }

  private LocalPostgres postgres() {
    LocalPostgres running = postgres;
    if (running == null) {
      progress.say("starting PostgreSQL");
      postgresPort = freePort();
      running =
          LocalPostgres.start(
              folder.resolve("postgres"),
              postgresPort,
              secrets,
              Stream.concat(LocalServices.DATABASES.stream(), PEER_DATABASES.stream()).toList());
      postgres = running;
      keep(running);
    }
    return running;
  }

  /**
   * Starts a service and waits until it is ready.
   *
   * @param main its main class, of ours or of a peer
   * @param database the name of its database; see {@link #database}
   * @param properties what is set on top of what every service here gets
   */
  public Service service(
      String name, Class<?> main, String database, Map<String, String> properties)
      throws InterruptedException {
    return service(name, main, database, properties, SERVICE_JVM, Workbench::isForAll);
  }

  /** The same with other options of the JVM, or with another choice from our class path. */
  public Service service(
      String name,
      Class<?> main,
      String database,
      Map<String, String> properties,
      List<String> jvmOptions,
      Predicate<String> classPath)
      throws InterruptedException {
    progress.say("starting " + name);
    int port = freePort();
    Map<String, String> all = new HashMap<>();
    all.put("server.address", "127.0.0.1");
    all.put("server.port", Integer.toString(port));
    if (!properties.containsKey(BROKERS)) {
      all.put(BROKERS, broker().bootstrapServers());
    }
    Database own = database(database);
    all.put("spring.datasource.url", own.url());
    all.put("spring.datasource.username", own.username());
    all.put("spring.datasource.password", own.password());
    all.put("reception.topics.create", "true");
    all.put("reception.topics.replication-factor", "1");
    all.put("reception.topics.min-insync-replicas", "1");
    all.put(
        "reception.committees.location", home.resolve("config/committees.yaml").toUri().toString());
    all.put("spring.thymeleaf.check-template-location", "false");
    all.put("springdoc.api-docs.enabled", "false");
    all.put("springdoc.swagger-ui.enabled", "false");
    all.putAll(properties);
    List<String> arguments =
        all.entrySet().stream().map(p -> "--" + p.getKey() + "=" + p.getValue()).toList();
    long begin = System.nanoTime();
    JvmProcess process =
        keep(
            JvmProcess.start(
                new JvmProcess.Start(
                    name, main, arguments, jvmOptions, classPath, folder.resolve(name + ".log"))));
    Service service = new Service(name, port, process, Duration.ZERO);
    process.awaitReady(() -> isReady(service.uri("/actuator/health/readiness")), PATIENCE);
    return new Service(name, port, process, Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Runs a program of our class path to its end; answers where its output is. */
  public Path run(String name, Class<?> main, List<String> arguments) throws InterruptedException {
    JvmProcess process =
        keep(
            JvmProcess.start(
                new JvmProcess.Start(
                    name,
                    main,
                    arguments,
                    SERVICE_JVM,
                    Workbench::isForAll,
                    folder.resolve(name + ".log"))));
    process.awaitEnd();
    return process.log();
  }

  /** The secrets of this run, the same for every service. */
  public LocalSecrets secrets() {
    return secrets;
  }

  /** A folder of that name for whoever needs one. */
  public Path folder(String name) {
    return folder.resolve(name);
  }

  public Progress progress() {
    return progress;
  }

  /** Without the libraries of one peer, which would configure themselves in every service. */
  private static boolean isForAll(String entry) {
    return !entry.contains("spring-modulith") && !entry.contains("jmolecules");
  }

  private boolean isReady(URI uri) {
    try {
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free", e);
    }
  }

  /** Will be closed with this; at once when this is closed already. */
  public <T extends AutoCloseable> T keep(T resource) {
    synchronized (open) {
      if (!closed) {
        open.push(resource);
        return resource;
      }
    }
    closeOne(resource);
    throw new IllegalStateException("stopped meanwhile");
  }

  /** Stops everything, last first, and removes the folder. Harmless when repeated. */
  @Override
  public void close() {
    List<AutoCloseable> all;
    synchronized (open) {
      closed = true;
      all = List.copyOf(open);
      open.clear();
    }
    all.forEach(this::closeOne);
    http.shutdownNow();
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      progress.say("the temporary folder %s cannot be removed: %s".formatted(folder, e));
    }
  }

  private void closeOne(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      progress.say("something does not stop in order: " + e);
    }
  }
}
