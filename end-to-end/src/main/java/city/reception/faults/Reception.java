package city.reception.faults;

import city.reception.local.mail.LocalMail;
import city.reception.local.secrets.LocalSecrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A whole reception of real processes in one folder: three brokers, the ledger's PostgreSQL and
 * that of the others, the services, and the wires between them. The mail server is in this process
 * and is never at fault itself.
 */
final class Reception implements AutoCloseable {

  private static final Duration STARTUP = Duration.ofMinutes(6);

  private final Path folder;
  private final Http http = new Http();
  private final Brokers brokers;
  private final LocalMail mail;
  private final DatabaseServer ledger;
  private final DatabaseServer others;
  private final Map<String, Child> services = new LinkedHashMap<>();
  private final Map<String, Wire> wires = new LinkedHashMap<>();
  private final Map<String, Integer> ports = new LinkedHashMap<>();

  Reception(Path folder, Scale scale) {
    this.folder = folder;
    Ports free = new Ports();
    Path logs = made(folder.resolve("logs"));
    LocalSecrets secrets = LocalSecrets.in(folder.resolve("secrets"));
    this.brokers = new Brokers(folder, logs, free);
    this.mail = LocalMail.start(free.take(), folder.resolve("mail"));
    this.ledger =
        new DatabaseServer(
            "postgres-ledger", folder.resolve("ledger"), free.take(), secrets, List.of("router"));
    this.others =
        new DatabaseServer(
            "postgres-others",
            folder.resolve("others"),
            free.take(),
            secrets,
            List.of("intake", "desk", "notifications"));
    Services commands = new Services(logs, committees(folder), secrets, brokers.wired(), http);
    for (String name : named("intake", scale.intakes())) {
      services.put(name, commands.intake(name, port(name, free), wired(name, others, free)));
    }
    for (String name : named("router", Scale.ROUTERS)) {
      services.put(name, commands.router(name, port(name, free), wired(name, ledger, free)));
    }
    services.put("desk", commands.desk("desk", port("desk", free), wired("desk", others, free)));
    for (String name : named("notifications", scale.notifications())) {
      Wire post = new Wire(name + ">mail", free.take(), mail.port());
      wires.put(post.name(), post);
      services.put(
          name,
          commands.notifications(name, port(name, free), wired(name, others, free), post.port()));
    }
  }

  /** Starts everything and returns when each part says that it is ready. */
  void start() {
    brokers.children().forEach(Child::start);
    Await.together(List.of(ledger::start, others::start));
    Await.until("the brokers are up", STARTUP, () -> notReady(brokers.children()));
    services.values().forEach(Child::start);
    Await.until("the services are ready", STARTUP, this::notReady);
  }

  /** Who is not at work, by name; nobody when all is well. */
  List<String> notReady() {
    return notReady(children());
  }

  /** Every process but the databases. */
  List<Child> children() {
    return Stream.concat(brokers.children().stream(), services.values().stream()).toList();
  }

  Child service(String name) {
    return Objects.requireNonNull(services.get(name), name);
  }

  /** The services of a kind, such as {@code router}. */
  List<String> services(String kind) {
    return services.keySet().stream().filter(name -> name.startsWith(kind)).toList();
  }

  List<String> wires() {
    return List.copyOf(wires.keySet());
  }

  Wire wire(String name) {
    return Objects.requireNonNull(wires.get(name), name);
  }

  Brokers brokers() {
    return brokers;
  }

  DatabaseServer ledger() {
    return ledger;
  }

  DatabaseServer others() {
    return others;
  }

  Http http() {
    return http;
  }

  String url(String service) {
    return "http://127.0.0.1:" + ports.get(service);
  }

  Path mails() {
    return folder.resolve("mail");
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    services.values().forEach(Child::close);
    brokers.close();
    wires.values().forEach(Wire::close);
    ledger.close();
    others.close();
    mail.close();
    http.close();
  }

  private int port(String name, Ports free) {
    int port = free.take();
    ports.put(name, port);
    return port;
  }

  private int wired(String service, DatabaseServer database, Ports free) {
    Wire wire = new Wire(service + ">" + database.name(), free.take(), database.port());
    wires.put(wire.name(), wire);
    return wire.port();
  }

  private static List<String> notReady(List<Child> children) {
    return children.stream().filter(child -> !child.isReady()).map(Child::name).toList();
  }

  private static List<String> named(String kind, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> kind + "-" + i).toList();
  }

  /** The committees' file; the services find the law's terms beside it. */
  private static Path committees(Path folder) {
    copy("rules.yaml", folder);
    return copy("committees.yaml", folder);
  }

  private static Path copy(String name, Path folder) {
    Path file = folder.resolve(name);
    try (InputStream in = Objects.requireNonNull(Reception.class.getResourceAsStream(name), name)) {
      Files.copy(in, file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path made(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
