package city.reception.local.postgres;

import static city.reception.local.postgres.Asking.ask;
import static city.reception.local.postgres.Asking.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.local.FreePorts;
import city.reception.local.secrets.LocalSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's own life: restarts, and runs that were killed. */
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
}
