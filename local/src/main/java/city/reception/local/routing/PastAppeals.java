package city.reception.local.routing;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import city.reception.events.Location;
import city.reception.events.RoutingDecision;
import city.reception.events.codec.EventJson;
import city.reception.local.postgres.Database;
import city.reception.router.lifecycle.AppealContent;
import city.reception.router.routing.Appeal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The appeals in the router's ledger, read one after another in one query each, however many there
 * are, and never written.
 */
public final class PastAppeals {

  private static final int FETCHED = 500;

  private final Database ledger;
  private final JsonMapper json = EventJson.mapper();

  public PastAppeals(Database ledger) {
    this.ledger = ledger;
  }

  /** An appeal and where it went first. */
  public record Routed(AppealId id, Appeal appeal, RoutingDecision decision) {}

  /** An appeal and the committee with which people left it after a redirect. */
  public record Corrected(AppealId id, Appeal appeal, CommitteeId committee) {}

  /** The last {@code limit} appeals, the newest first, but for those whose texts are erased. */
  public void last(int limit, Consumer<Routed> use) {
    query(
        """
        select k.appeal_id, t.content, e.facts
        from (select appeal_id, registered_at from appeal_case
              order by registered_at desc, appeal_id limit ?) k
        join appeal_content t using (appeal_id)
        join case_event e on e.appeal_id = k.appeal_id and e.version = 1 and e.type = 'Routed'
        where not exists (
          select from case_event x where x.appeal_id = k.appeal_id and x.type = 'TextsErased')
        order by k.registered_at desc, k.appeal_id
        """,
        row ->
            use.accept(
                new Routed(
                    new AppealId(row.getObject("appeal_id", UUID.class)),
                    appeal(row.getString("content")),
                    json.treeToValue(
                        json.readTree(row.getString("facts")).required("route"),
                        RoutingDecision.class))),
        limit);
  }

  /**
   * Those that people redirected, or whose committee the reception's clerks chose, with the
   * committee where they are or ended. The reception is no committee: whoever sends an appeal there
   * only says that they do not know.
   */
  public void corrected(Consumer<Corrected> use) {
    query(
        """
        select k.appeal_id, k.committee, t.content
        from appeal_case k
        join appeal_content t using (appeal_id)
        where k.committee <> ?
          and exists (
            select from case_event e
            where e.appeal_id = k.appeal_id and e.type = 'Redirected')
          and not exists (
            select from case_event e
            where e.appeal_id = k.appeal_id and e.type = 'TextsErased')
        order by k.registered_at, k.appeal_id
        """,
        row ->
            use.accept(
                new Corrected(
                    new AppealId(row.getObject("appeal_id", UUID.class)),
                    appeal(row.getString("content")),
                    new CommitteeId(row.getString("committee")))),
        CommitteeId.RECEPTION.slug());
  }

  private void query(String sql, RowCallbackHandler use, Object parameter) {
    DriverManagerDataSource source =
        new DriverManagerDataSource(ledger.url(), ledger.username(), ledger.password());
    try (Connection connection = source.getConnection()) {
      connection.setReadOnly(true);
      // Only inside a transaction does the server hand out rows as they are asked for.
      connection.setAutoCommit(false);
      JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
      jdbc.setFetchSize(FETCHED);
      jdbc.query(sql, use, parameter);
    } catch (SQLException e) {
      throw new IllegalStateException("the ledger cannot be read: " + ledger, e);
    }
  }

  private Appeal appeal(String content) {
    AppealContent written = json.readValue(content, AppealContent.class);
    Location location = written.location();
    return new Appeal(
        written.kind(),
        written.channel(),
        written.applicant().type(),
        written.addressee(),
        written.subject(),
        written.text(),
        location == null ? null : location.address());
  }
}
