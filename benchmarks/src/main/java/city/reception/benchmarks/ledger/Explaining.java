package city.reception.benchmarks.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;

/**
 * Asks queries as the services do; while it explains, has each carried out with {@code EXPLAIN
 * (ANALYZE, BUFFERS)} first, with the same arguments, and undone.
 */
final class Explaining extends JdbcTemplate {

  private static final String EXPLAIN = "explain (analyze, buffers) ";

  private final List<String> plans = new ArrayList<>();
  private boolean explains;

  Explaining(DataSource dataSource) {
    super(dataSource);
  }

  /** The plans of the queries that {@code task} asks, in their order. */
  List<String> plansOf(Runnable task) {
    plans.clear();
    explains = true;
    try {
      task.run();
    } finally {
      explains = false;
    }
    return List.copyOf(plans);
  }

  @Override
  public <T extends @Nullable Object> T query(
      PreparedStatementCreator creator,
      @Nullable PreparedStatementSetter setter,
      ResultSetExtractor<T> extractor) {
    if (explains) {
      execute("savepoint before_explain");
      super.query(
          connection -> creator.createPreparedStatement(explaining(connection)),
          setter,
          rows -> {
            StringBuilder plan = new StringBuilder();
            while (rows.next()) {
              plan.append(rows.getString(1)).append('\n');
            }
            plans.add(plan.toString());
            return plan;
          });
      execute("rollback to savepoint before_explain");
    }
    return super.query(creator, setter, extractor);
  }

  /** The same connection, whose statements begin with the word. */
  private static Connection explaining(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Explaining.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                arguments[0] = EXPLAIN + arguments[0];
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
