package city.reception.benchmarks.router;

import city.reception.local.postgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What a contestant has in its database.
 *
 * @param database where; null for one that has none
 * @param cases the table with a row for each appeal
 * @param emptied the tables that are emptied before each turn
 * @param positioned whether it keeps the positions of its inputs, which are then moved with its
 *     group's
 */
record Rows(@Nullable Database database, String cases, List<String> emptied, boolean positioned) {

  private static final String JOURNAL = "case_event";

  /** Of one without a database. */
  static final Rows NONE = new Rows(null, "", List.of(), false);

  /** Of the router, or of whoever writes the same tables. */
  static Rows ofLedger(Database database, boolean emptied) {
    return new Rows(
        database,
        "appeal_case",
        emptied ? List.of("input", "appeal_case", "appeal_content", JOURNAL, "timer") : List.of(),
        true);
  }

  /** Makes it ready for a turn that begins at {@code offsets}. */
  void prepare(Map<TopicPartition, Long> offsets) throws SQLException {
    if (database == null) {
      return;
    }
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      if (!emptied.isEmpty()) {
        boolean journal = emptied.contains(JOURNAL);
        if (journal) {
          statement.execute("alter table " + JOURNAL + " disable trigger user");
        }
        statement.execute("truncate " + String.join(", ", emptied));
        if (journal) {
          statement.execute("alter table " + JOURNAL + " enable trigger user");
        }
      }
      if (positioned) {
        try (PreparedStatement position =
            connection.prepareStatement(
                """
                insert into stream (topic, part, next_offset) values (?, ?, ?)
                on conflict (topic, part) do update set next_offset = excluded.next_offset
                """)) {
          for (Map.Entry<TopicPartition, Long> offset : offsets.entrySet()) {
            position.setString(1, offset.getKey().topic());
            position.setInt(2, offset.getKey().partition());
            position.setLong(3, offset.getValue());
            position.addBatch();
          }
          position.executeBatch();
        }
      }
    }
  }

  /** How many cases there are; -1 without a database. */
  long count() throws SQLException {
    if (database == null) {
      return -1;
    }
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + cases)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.username(), database.password());
  }
}
