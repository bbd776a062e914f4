package city.reception.local.routing;

import city.reception.local.postgres.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Where the shadow model would have sent appeals elsewhere. */
public final class Disagreements {

  private static final int SHOWN = 50;

  private final JdbcClient ledger;

  private Disagreements(JdbcClient ledger) {
    this.ledger = ledger;
  }

  /** Those in this ledger. */
  public static Disagreements of(Database ledger) {
    return new Disagreements(
        JdbcClient.create(
            new DriverManagerDataSource(ledger.url(), ledger.username(), ledger.password())));
  }

  /** The counts by committees, and the newest appeals, with the last shadow. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        ledger
            .sql(
                """
                select shadow_version, live_committee, shadow_committee, count(*) as n
                from shadow_disagreement
                where shadow_version = (
                  select version from topic_model where role = 'SHADOW' and state <> 'REFUSED'
                  order by id desc limit 1)
                group by shadow_version, live_committee, shadow_committee
                order by n desc, live_committee, shadow_committee
                """)
            .query((row, number) ->
                "%6d  %s -> %s, by %s"
                    .formatted(
                        row.getLong("n"),
                        row.getString("live_committee"),
                        row.getString("shadow_committee"),
                        row.getString("shadow_version")))
            .list());
    if (lines.isEmpty()) {
      return List.of("no disagreement is recorded of the last shadow");
    }
    lines.addAll(
        ledger
            .sql(
                """
                select appeal_id, live_committee, live_probability, shadow_committee,
                       shadow_probability
                from shadow_disagreement
                where shadow_version = (
                  select version from topic_model where role = 'SHADOW' and state <> 'REFUSED'
                  order by id desc limit 1)
                order by at desc, appeal_id
                limit :shown
                """)
            .param("shown", SHOWN)
            .query((row, number) ->
                String.format(
                    Locale.ROOT,
                    "%s  %s (%.2f) -> %s (%.2f)",
                    row.getString("appeal_id"),
                    row.getString("live_committee"),
                    row.getDouble("live_probability"),
                    row.getString("shadow_committee"),
                    row.getDouble("shadow_probability")))
            .list());
    return lines;
  }
}
