package city.reception.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** One real server for a JVM of tests, and any number of fresh databases in it. */
public final class TestPostgres {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final Server SERVER = Docker.AVAILABLE ? container() : embedded();

  private TestPostgres() {}

  /** Creates an empty database. */
  public static Database freshDatabase() {
    String name = "test_" + DATABASES.incrementAndGet();
    try (Connection connection =
            DriverManager.getConnection(SERVER.url("postgres"), SERVER.user, SERVER.password);
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database could be created", e);
    }
    return new Database(SERVER.url(name), SERVER.user, SERVER.password);
  }

  /** How to reach a database. Its user is the server's superuser. */
  public record Database(String url, String user, String password) {

    /** A new connection, for a test that looks at the database beside the code it tests. */
    public Connection connect() throws SQLException {
      return DriverManager.getConnection(url, user, password);
    }
  }

  private record Server(String hostAndPort, String user, String password) {
    String url(String database) {
      return "jdbc:postgresql://" + hostAndPort + "/" + database;
    }
  }

  @SuppressWarnings("resource")
  private static Server container() {
    PostgreSQLContainer container =
        new PostgreSQLContainer("postgres:18").withCommand("postgres", "-c", "max_connections=300");
    container.start();
    return new Server(
        container.getHost() + ":" + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
        container.getUsername(),
        container.getPassword());
  }

  private static Server embedded() {
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
      return new Server("localhost:" + postgres.getPort(), "postgres", "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
