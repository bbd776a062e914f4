package city.reception.local;

import city.reception.local.Arguments.UsageException;
import city.reception.local.postgres.Database;
import city.reception.local.postgres.LocalPostgres;
import city.reception.local.secrets.LocalSecrets;
import city.reception.local.system.DataFolder;
import city.reception.local.system.LocalPorts.Listener;
import city.reception.local.system.RunningSystem;
import city.reception.router.ledger.TopicModels;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Which router's ledger a command works on: that of the system that runs here, or another. */
record LedgerOptions(Database database) {

  private static final String LEDGER = "--ledger";

  /** The options of a command, with these. */
  static Set<String> with(String... own) {
    Set<String> names = new HashSet<>(List.of(own));
    names.add(LEDGER);
    return names;
  }

  static LedgerOptions of(Arguments parsed, Installation installation) {
    return new LedgerOptions(
        parsed
            .value(LEDGER)
            .map(url -> new Database(url, required("PGUSER"), required("PGPASSWORD")))
            .orElseGet(() -> here(installation)));
  }

  TopicModels models() {
    return new TopicModels(new JdbcTemplate(dataSource()));
  }

  DriverManagerDataSource dataSource() {
    return new DriverManagerDataSource(database.url(), database.username(), database.password());
  }

  private static Database here(Installation installation) {
    DataFolder folder = installation.requireRunning();
    RunningSystem running = RunningSystem.find(folder).orElseThrow();
    return LocalPostgres.database(
        Listener.ROUTER.title(),
        running.ports().of(Listener.POSTGRES),
        LocalSecrets.in(folder.secrets()));
  }

  private static String required(String variable) {
    return Optional.ofNullable(System.getenv(variable))
        .orElseThrow(
            () -> new UsageException(LEDGER + " needs " + variable + " in the environment"));
  }
}
