package city.reception.testing;

import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** What shows whether a statement begins at an index or reads a table whole. */
public final class RowsRead {

  private RowsRead() {}

  /** How many rows were read in this database so far, by scan and by index, also just now. */
  public static long in(JdbcTemplate jdbc) {
    jdbc.queryForObject("select pg_stat_force_next_flush()::text", String.class);
    return Objects.requireNonNull(
        jdbc.queryForObject(
            """
            select (select sum(seq_tup_read) from pg_stat_user_tables)
              + (select sum(idx_tup_read) from pg_stat_user_indexes)
            """,
            Long.class));
  }
}
