package city.reception.benchmarks.harness;

import city.reception.local.postgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Cases that were registered evenly over the last year, from which tables are filled: of twelve,
 * eleven are answered. They are rows of a table {@code preload (n, appeal_id, at, answered,
 * committee)} that is there meanwhile.
 */
public final class YearOfCases {

  private YearOfCases() {}

  /** The statement that makes the table. */
  public static String table(int cases) {
    return """
    create unlogged table preload as
    select n, gen_random_uuid() as appeal_id,
      now() - interval '365 days' * ((%1$d - n)::float8 / %1$d) as at,
      n < %1$d * 11.0 / 12 as answered,
      (array['reception', 'health', 'city-services-housing', 'entrepreneurship-innovation-it',
        'transport'])[1 + n %% 5] as committee
    from generate_series(1, %1$d) n
    """
        .formatted(cases);
  }

  /** Runs {@code statements} with the table beside them, and has everything analysed. */
  public static void fill(Database database, int cases, List<String> statements)
      throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.username(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute("set synchronous_commit = off");
      statement.execute("set work_mem = '128MB'");
      statement.execute(table(cases));
      for (String one : statements) {
        statement.execute(one);
      }
      statement.execute("drop table preload");
      statement.execute("vacuum analyze");
    }
  }
}
