package city.reception.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements to a database, each on a connection of its own. */
final class Asking {

  private Asking() {}

  static void run(Database database, String sql) throws SQLException {
    try (Connection connection = open(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String ask(Database database, String sql) throws SQLException {
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
