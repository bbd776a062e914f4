package city.reception.local.postgres;

import static city.reception.local.postgres.Asking.ask;
import static city.reception.local.postgres.Asking.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.local.FreePorts;
import city.reception.local.secrets.LocalSecrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server is like, and who reaches what on it. */
class LocalPostgresRolesTest {

  @TempDir static Path folder;

  private static int port;
  private static LocalSecrets secrets;
  private static LocalPostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    port = FreePorts.next();
    secrets = LocalSecrets.in(folder.resolve("secrets"));
    postgres =
        LocalPostgres.start(folder.resolve("postgres"), port, secrets, List.of("intake", "router"));
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void whatIsCommittedIsOnTheDisk() throws Exception {
    Database router = postgres.database("router");

    assertThat(ask(router, "SHOW fsync")).isEqualTo("on");
    assertThat(ask(router, "SHOW synchronous_commit")).isEqualTo("on");
    assertThat(ask(router, "SHOW full_page_writes")).isEqualTo("on");
    assertThat(ask(router, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(ask(router, "SELECT lower('ЖЁЛТЫЙ ДОМ')")).isEqualTo("жёлтый дом");
  }

  @Test
  void aServiceReachesItsOwnDatabaseOnly() {
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

  @Test
  void theSecondRoleOfADatabaseOwnsNothingAndReachesNoOther() throws Exception {
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
