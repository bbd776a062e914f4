package city.reception.local.postgres;

import city.reception.local.secrets.LocalSecrets;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL server, a process beside this JVM, with a database and a role for each service.
 * It listens on 127.0.0.1 only, with durable settings, and keeps its data across restarts. A role
 * needs its password and reaches no database but its own. Each database has a second role, which
 * owns nothing.
 */
public final class LocalPostgres implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LocalPostgres.class);
  private static final String HOST = "127.0.0.1";

  /** A file that is there once the databases are. */
  private static final String PREPARED = "reception-prepared";

  private static final String SUPERUSER = "postgres";

  /** Behind the name of a database's owner: who may use its tables and not change them. */
  private static final String LESSER = "_service";

  private static final Duration STARTUP = Duration.ofSeconds(60);
  private static final Duration SHUTDOWN = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;
  private final Path directory;
  private final int port;
  private final LocalSecrets secrets;

  private LocalPostgres(EmbeddedPostgres server, Path directory, int port, LocalSecrets secrets) {
    this.server = server;
    this.directory = directory;
    this.port = port;
    this.secrets = secrets;
  }

  /**
   * Starts the server and makes sure that every service of {@code services} has its database. A
   * server that a killed run left behind on the same folder is stopped first.
   *
   * @throws UncheckedIOException when the server does not come up within a minute
   */
  public static LocalPostgres start(
      Path directory, int port, LocalSecrets secrets, List<String> services) {
    Path folder = directory.toAbsolutePath();
    Postmaster.of(folder).ifPresent(LocalPostgres::replace);
    LocalPostgres postgres;
    try {
      clearUnlessPrepared(folder);
      Files.createDirectories(folder);
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPGStartupWait(STARTUP)
              .setPort(port)
              .setConnectConfig("password", secrets.password(passwordOf(SUPERUSER)))
              .setLocaleConfig("locale", "C")
              .setLocaleConfig("locale-provider", "builtin")
              .setLocaleConfig("builtin-locale", "C.UTF-8")
              .setServerConfig("listen_addresses", HOST)
              .setServerConfig("unix_socket_directories", "")
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("max_connections", "100")
              // Keys of letters are spread over their whole index: room for its pages, and no
              // checkpoint in a surge, after which each page goes to the log as a whole once more.
              .setServerConfig("shared_buffers", "1GB")
              .setServerConfig("checkpoint_timeout", "15min")
              .setServerConfig("max_wal_size", "16GB")
              // A batch writes megabytes: most are on the disk before it commits, and waits for it.
              .setServerConfig("wal_writer_delay", "10ms")
              .start();
      postgres = new LocalPostgres(server, folder, port, secrets);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not start on " + directory, e);
    }
    try {
      postgres.prepare(services);
      return postgres;
    } catch (SQLException | IOException e) {
      postgres.close();
      throw new IllegalStateException("PostgreSQL cannot be prepared for the services", e);
    }
  }

  /** How {@code service} reaches its database on the server at {@code port}. */
  public static Database database(String service, int port, LocalSecrets secrets) {
    return new Database(
        "jdbc:postgresql://%s:%d/%s".formatted(HOST, port, service),
        service,
        secrets.password(passwordOf(service)));
  }

  /** The same with a role that owns nothing there, and may do what the schema grants it. */
  public static Database lesser(String service, int port, LocalSecrets secrets) {
    String role = service + LESSER;
    return new Database(
        database(service, port, secrets).url(), role, secrets.password(passwordOf(role)));
  }

  /** How {@code service} reaches its database. */
  public Database database(String service) {
    return database(service, port, secrets);
  }

  /**
   * Stops the server that runs on {@code directory}, whoever started it, and waits until it has.
   *
   * @return whether there was one
   */
  public static boolean stop(Path directory) {
    return Postmaster.of(directory.toAbsolutePath())
        .map(postmaster -> {
          postmaster.stop(SHUTDOWN);
          return true;
        })
        .orElse(false);
  }

  /** A clean stop: transactions in hand are rolled back, everything else is on the disk. */
  @Override
  public void close() {
    stop(directory);
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL's lock file cannot be closed", e);
    }
  }

  /**
   * Removes what is left of a first start that was killed halfway: nobody was ever let in there,
   * and PostgreSQL would not start on it.
   */
  private static void clearUnlessPrepared(Path directory) throws IOException {
    boolean begun =
        Stream.of("PG_VERSION", "postgresql.conf")
            .anyMatch(file -> Files.exists(directory.resolve(file)));
    if (begun && Files.notExists(directory.resolve(PREPARED))) {
      FileSystemUtils.deleteRecursively(directory);
    }
  }

  private static void replace(Postmaster left) {
    log.warn("PostgreSQL of an earlier run is still there (process {}); stopping it", left.pid());
    left.stop(SHUTDOWN);
  }

  private void prepare(List<String> services) throws SQLException, IOException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      setPassword(statement, SUPERUSER);
      for (String service : services) {
        makeRole(statement, service);
        makeRole(statement, service + LESSER);
        if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '%s'", service)) {
          statement.execute("CREATE DATABASE \"%1$s\" OWNER \"%1$s\"".formatted(service));
        }
        statement.execute("REVOKE ALL ON DATABASE \"%s\" FROM PUBLIC".formatted(service));
        statement.execute(
            "GRANT CONNECT ON DATABASE \"%s\" TO \"%s\"".formatted(service, service + LESSER));
      }
      Files.writeString(directory.resolve("pg_hba.conf"), accessRules(services));
      statement.execute("SELECT pg_reload_conf()");
      Files.writeString(directory.resolve(PREPARED), "");
    }
  }

  /** Whom the server lets in: each role into its own database, by password. */
  private static String accessRules(List<String> services) {
    return services.stream()
        .map(service ->
            "host %1$s %1$s,%1$s%2$s 127.0.0.1/32 scram-sha-256\n".formatted(service, LESSER))
        .collect(Collectors.joining("", "host all postgres 127.0.0.1/32 scram-sha-256\n", ""));
  }

  private void makeRole(Statement statement, String role) throws SQLException {
    if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '%s'", role)) {
      statement.execute("CREATE ROLE \"%s\" LOGIN".formatted(role));
    }
    setPassword(statement, role);
  }

  private void setPassword(Statement statement, String role) throws SQLException {
    statement.execute(
        "ALTER ROLE \"%s\" PASSWORD '%s'".formatted(role, secrets.password(passwordOf(role))));
  }

  private static boolean exists(Statement statement, String query, String name)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery(query.formatted(name))) {
      return rows.next();
    }
  }

  private static String passwordOf(String role) {
    return "postgres-" + role;
  }
}
