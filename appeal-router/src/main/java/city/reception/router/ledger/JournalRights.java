package city.reception.router.ledger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the service's role may do to the journal. */
public final class JournalRights {

  private static final Logger log = LoggerFactory.getLogger(JournalRights.class);

  private final JdbcTemplate jdbc;

  public JournalRights(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Warns where the role could change what was entered: it should read and add only. */
  public void check() {
    if (mayChange()) {
      log.warn(
          "the service's database role may change the journal; see 'The journal' in"
              + " docs/operations.md for the role that may not");
    }
  }

  boolean mayChange() {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select has_table_privilege('case_event', 'update')
              or has_table_privilege('case_event', 'delete')
              or has_table_privilege('case_event', 'truncate')
            """,
            Boolean.class));
  }
}
