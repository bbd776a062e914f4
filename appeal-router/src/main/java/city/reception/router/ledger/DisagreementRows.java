package city.reception.router.ledger;

import static city.reception.router.ledger.JdbcCaseLedger.column;

import city.reception.events.AppealId;
import city.reception.router.ledger.LedgerWrite.NewDisagreement;
import java.sql.Timestamp;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of table {@code shadow_disagreement}. */
final class DisagreementRows {

  private final JdbcTemplate jdbc;

  DisagreementRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Map<AppealId, NewDisagreement> rows) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into shadow_disagreement
          (appeal_id, shadow_version, shadow_committee, shadow_probability, live_version,
           live_committee, live_probability, at)
        select * from unnest(?::uuid[], ?::text[], ?::text[], ?::float8[], ?::text[], ?::text[],
          ?::float8[], ?::timestamptz[])
        on conflict do nothing
        """,
        column(rows.keySet(), AppealId::value, UUID[]::new),
        column(rows.values(), row -> row.opinion().shadow().version(), String[]::new),
        column(rows.values(), row -> row.opinion().shadow().committee().slug(), String[]::new),
        column(rows.values(), row -> row.opinion().shadow().probability(), Double[]::new),
        column(rows.values(), row -> row.opinion().live().version(), String[]::new),
        column(rows.values(), row -> row.opinion().live().committee().slug(), String[]::new),
        column(rows.values(), row -> row.opinion().live().probability(), Double[]::new),
        column(rows.values(), row -> Timestamp.from(row.at()), Timestamp[]::new));
  }
}
