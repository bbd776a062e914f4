package city.reception.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.local.FreePorts;
import city.reception.local.secrets.LocalSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

  private static final List<String> SERVICES = List.of("intake", "router");

  @TempDir Path folder;

  private Path data;
  private LocalSecrets secrets;

  @BeforeEach
  void prepare() {
    data = folder.resolve("postgres");
    secrets = LocalSecrets.in(folder.resolve("secrets"));
  }

  @AfterEach
  void leaveNothingBehind() {
    LocalPostgres.stop(data);
  }

  @Test
  void dataAndPasswordsSurviveARestart() throws Exception {
    try (LocalPostgres postgres = start(FreePorts.next())) {
      run(postgres.database("router"), "CREATE TABLE ledger AS SELECT 42 AS answer");
    }

    try (LocalPostgres postgres = start(FreePorts.next())) {
      assertThat(ask(postgres.database("router"), "SELECT answer FROM ledger")).isEqualTo("42");
    }
  }

  @Test
  void whatIsCommittedIsOnTheDisk() throws Exception {
    try (LocalPostgres postgres = start(FreePorts.next())) {
      Database router = postgres.database("router");

      assertThat(ask(router, "SHOW fsync")).isEqualTo("on");
      assertThat(ask(router, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(ask(router, "SHOW full_page_writes")).isEqualTo("on");
      assertThat(ask(router, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(router, "SELECT lower('ЖЁЛТЫЙ ДОМ')")).isEqualTo("жёлтый дом");
    }
  }

  @Test
  void aServiceReachesItsOwnDatabaseOnly() throws Exception {
    int port = FreePorts.next();
    try (LocalPostgres postgres = start(port)) {
      Database intake = postgres.database("intake");
      Database router = postgres.database("router");

      assertThatThrownBy(
              () -> ask(new Database(router.url(), "intake", intake.password()), "SELECT 1"))
          .hasMessageContaining("no pg_hba.conf entry");
      assertThatThrownBy(() -> ask(new Database(intake.url(), "intake", "a guess"), "SELECT 1"))
          .hasMessageContaining("password authentication failed");
      assertThatThrownBy(() -> ask(new Database(intake.url(), "postgres", "postgres"), "SELECT 1"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void theSecondRoleOfADatabaseOwnsNothingAndReachesNoOther() throws Exception {
    int port = FreePorts.next();
    try (LocalPostgres postgres = start(port)) {
      run(postgres.database("router"), "CREATE TABLE ledger AS SELECT 42 AS answer");
      Database lesser = LocalPostgres.lesser("router", port, secrets);

      assertThatThrownBy(() -> ask(lesser, "SELECT answer FROM ledger"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> run(lesser, "CREATE TABLE another (answer int)"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() ->
              ask(
                  new Database(
                      postgres.database("intake").url(), lesser.username(), lesser.password()),
                  "SELECT 1"))
          .hasMessageContaining("no pg_hba.conf entry");
    }
  }

  @Test
  void aServerLeftByAKilledRunIsReplaced() throws Exception {
    // Nobody closes the first one: so it is when the JVM beside it was killed. Its lock is the
    // operating system's, which a process loses when it dies, and a JVM does not lose by itself.
    int port = FreePorts.next();
    Process orphan = startInAnotherJvm(port);
    Database router = LocalPostgres.database("router", port, secrets);
    run(router, "CREATE TABLE ledger AS SELECT 42 AS answer");
    orphan.destroyForcibly().waitFor();
    assertThat(ask(router, "SELECT answer FROM ledger")).isEqualTo("42");

    int another = FreePorts.next();
    try (LocalPostgres postgres = start(another)) {
      assertThat(ask(postgres.database("router"), "SELECT answer FROM ledger")).isEqualTo("42");
      assertThatThrownBy(() -> ask(router, "SELECT 1")).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void aFirstStartThatWasKilledHalfwayIsBegunAgain() throws Exception {
    Files.createDirectories(data);
    Files.writeString(data.resolve("postgresql.conf"), "port = ");

    try (LocalPostgres postgres = start(FreePorts.next())) {
      assertThat(ask(postgres.database("intake"), "SELECT 1")).isEqualTo("1");
    }
  }

  private Process startInAnotherJvm(int port) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PostgresOfAnotherJvm.class.getName(),
                data.toString(),
                Integer.toString(port),
                folder.resolve("secrets").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines = process.inputReader()) {
      assertThat(lines.lines().anyMatch(PostgresOfAnotherJvm.READY::equals)).isTrue();
    }
    return process;
  }

  private LocalPostgres start(int port) {
    return LocalPostgres.start(data, port, secrets, SERVICES);
  }

  private static void run(Database database, String sql) throws SQLException {
    try (Connection connection = open(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Database database, String sql) throws SQLException {
    try (Connection connection = open(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static Connection open(Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.username(), database.password());
  }
}
