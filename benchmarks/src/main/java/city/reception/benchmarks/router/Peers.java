package city.reception.benchmarks.router;

import city.reception.local.postgres.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import org.flywaydb.core.Flyway;

/** The process of one peer: {@code Peers NAME BOOTSTRAP-SERVERS JDBC-URL USER PASSWORD}. */
final class Peers {

  /** Which peer; its name is also its consumer group. */
  enum Peer {
    JPA("listener with JPA, a transaction and a send a record"),
    LIMIT("bare limit: the same batches, no logic"),
    RAW("raw: decode, encode, Kafka transactions of 500, no database"),
    COPY("raw: bytes copied, Kafka transactions of 500, no database");

    private final String title;

    Peer(String title) {
      this.title = title;
    }

    /** Its name in tables. */
    String title() {
      return title;
    }

    String group() {
      return "peer-" + name().toLowerCase(Locale.ROOT);
    }
  }

  private Peers() {}

  public static void main(String[] args) throws IOException {
    Peer peer = Peer.valueOf(args[0]);
    Database database = new Database(args[2], args[3], args[4]);
    Reins.obey(
        switch (peer) {
          case JPA -> new JpaRouter(peer.group(), args[1], database);
          case LIMIT -> {
            Flyway.configure()
                .dataSource(args[2], args[3], args[4])
                .locations("classpath:db/migration/router")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
            yield new TransactionalLoop(
                peer.group(), args[1], () -> new LedgerLimit(connect(database)));
          }
          case RAW -> new TransactionalLoop(peer.group(), args[1], () -> new Raw(true));
          case COPY -> new TransactionalLoop(peer.group(), args[1], () -> new Raw(false));
        });
  }

  private static Connection connect(Database database) {
    try {
      Connection connection =
          DriverManager.getConnection(database.url(), database.username(), database.password());
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException("the peer's database cannot be reached", e);
    }
  }
}
