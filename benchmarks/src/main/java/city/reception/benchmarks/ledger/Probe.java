package city.reception.benchmarks.ledger;

import city.reception.benchmarks.harness.Account;
import city.reception.benchmarks.harness.Alternative;
import city.reception.benchmarks.harness.Reading;
import city.reception.local.postgres.Database;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One question to a service's tables, asked through the service's own class. Each time is one
 * transaction that is undone, so that every time meets the same rows.
 */
final class Probe implements Alternative, AutoCloseable {

  static final String MILLISECONDS = "ms";
  private static final double NANOS_OF_A_MILLISECOND = 1_000_000;

  private final String name;
  private final int expected;
  private final SingleConnectionDataSource connection;
  private final Explaining jdbc;
  private final TransactionTemplate transaction;
  private final IntSupplier question;

  /**
   * @param expected how many rows there must be
   * @param service makes the service's class, which asks, and answers how many rows there were
   */
  Probe(String name, Database database, int expected, Function<Explaining, IntSupplier> service) {
    this.name = name;
    this.expected = expected;
    this.connection =
        new SingleConnectionDataSource(
            database.url(), database.username(), database.password(), true);
    this.jdbc = new Explaining(connection);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(connection));
    this.question = service.apply(jdbc);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Reading run(Duration time) {
    long begin = System.nanoTime();
    ask();
    return Reading.of(Account.NONE)
        .with(MILLISECONDS, (System.nanoTime() - begin) / NANOS_OF_A_MILLISECOND);
  }

  @Override
  public Reading warmUp(Duration time) {
    for (int i = 0; i < 10; i++) {
      ask();
    }
    return run(time);
  }

  /** The plans of all statements of the question. */
  List<String> plans() {
    return jdbc.plansOf(this::ask);
  }

  private void ask() {
    transaction.executeWithoutResult(status -> {
      status.setRollbackOnly();
      int rows = question.getAsInt();
      if (rows != expected) {
        throw new IllegalStateException("%s: %d rows and not %d".formatted(name, rows, expected));
      }
    });
  }

  @Override
  public void close() {
    connection.close();
  }
}
