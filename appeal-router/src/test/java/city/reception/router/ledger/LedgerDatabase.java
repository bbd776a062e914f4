package city.reception.router.ledger;

import city.reception.events.AppealId;
import city.reception.router.ledger.CaseLedger.Partition;
import city.reception.router.ledger.RecordedInput.Result;
import city.reception.router.lifecycle.CaseState;
import city.reception.testing.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A fresh database with the router's schema, and transactions that a test holds open at will. */
public final class LedgerDatabase {

  static final Partition RECEIVED = new Partition("appeals.received.v1", 3);
  static final Partition SIGNALS = new Partition("appeals.case-signal.v1", 0);

  private static final String SERVICE_PASSWORD = "of-the-service";

  private final TestPostgres.Database database = TestPostgres.freshDatabase();

  /** Outside of any transaction: each statement stands for itself. */
  public final JdbcTemplate jdbc = new JdbcTemplate(pool());

  public LedgerDatabase() {
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations("classpath:db/migration/router")
        .load()
        .migrate();
  }

  /** One in which the service has a role of its own, as every installation should have. */
  static LedgerDatabase withRoleOfTheService() {
    TestPostgres.Database any = TestPostgres.freshDatabase();
    try (Connection connection = any.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create role %s_service login password '%s'".formatted(any.user(), SERVICE_PASSWORD));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new LedgerDatabase();
  }

  /** With the role of the service, see {@link #withRoleOfTheService()}. */
  DataSource asService() {
    return new DriverManagerDataSource(
        database.url(), database.user() + "_service", SERVICE_PASSWORD);
  }

  DataSource dataSource() {
    return Objects.requireNonNull(jdbc.getDataSource());
  }

  /** A transaction on a connection of its own, as another router would have it. */
  public Transaction begin() {
    try {
      Connection connection = database.connect();
      connection.setAutoCommit(false);
      return new Transaction(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same with settings of the server's, as {@code -c name=value}. */
  Transaction begin(String settings) {
    Properties properties = new Properties();
    properties.setProperty("user", database.user());
    properties.setProperty("password", database.password());
    properties.setProperty("options", settings);
    try {
      Connection connection = DriverManager.getConnection(database.url(), properties);
      connection.setAutoCommit(false);
      return new Transaction(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Forgets every row, the journal's too, from which a superuser can part; numbers go on. */
  public void empty() {
    jdbc.execute(
        """
        set session_replication_role = replica;
        truncate stream, input, appeal_case, appeal_content, case_event, timer, letter, letter_key, exemplar
          restart identity;
        set session_replication_role = origin;
        """);
  }

  /** Transactions of {@link #jdbc}, as the service has them. */
  public TransactionTemplate transactions() {
    return new TransactionTemplate(new JdbcTransactionManager(dataSource()));
  }

  /** What {@code batch} says, as a batch of its own. */
  void committed(LedgerWrite batch, Map<Partition, Long> nextOffsets) {
    try (Transaction transaction = begin()) {
      transaction.ledger.lock(nextOffsets.keySet());
      transaction.ledger.write(batch, nextOffsets);
      transaction.commit();
    }
  }

  int count(String table) {
    Integer count = jdbc.queryForObject("select count(*) from " + table, Integer.class);
    return count == null ? 0 : count;
  }

  private DataSource pool() {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(6);
    pool.setMinimumIdle(0);
    return pool;
  }

  static Position at(Partition partition, long offset) {
    return new Position(partition.topic(), partition.number(), offset);
  }

  static RecordedInput applied(
      Partition partition, long offset, @Nullable UUID eventKey, AppealId appeal, byte... outputs) {
    return new RecordedInput(
        at(partition, offset), Instant.EPOCH, eventKey, appeal, Result.APPLIED, null, outputs);
  }

  /** The registration of a case, at the given offset of {@link #RECEIVED}. */
  static LedgerWrite registration(AppealId appeal, CaseState.Registered state, long offset) {
    LedgerWrite write = new LedgerWrite(Map.of());
    write.input(applied(RECEIVED, offset, UUID.randomUUID(), appeal));
    write.insert(appeal, state);
    return write;
  }

  /** A transaction that ends as the test says; closing it without a commit rolls it back. */
  public static final class Transaction implements AutoCloseable {

    public final JdbcTemplate jdbc;
    final JdbcCaseLedger ledger;
    private final Connection connection;

    private Transaction(Connection connection) {
      this.connection = connection;
      this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
      this.ledger = new JdbcCaseLedger(jdbc);
    }

    public void commit() {
      try {
        connection.commit();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      try (connection) {
        if (!connection.isClosed()) {
          connection.rollback();
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
