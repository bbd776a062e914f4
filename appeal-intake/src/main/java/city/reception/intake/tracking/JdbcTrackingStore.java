package city.reception.intake.tracking;

import city.reception.events.codec.EventJson;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes a poll's facts with one statement for each table. */
@Component
final class JdbcTrackingStore implements TrackingStore {

  private static final JsonMapper JSON = EventJson.mapper();

  private static final String INSERT_EVENTS =
      """
      insert into tracking_event
        (appeal_id, version, index, kind, at, status, registration_number, committee, registered_at,
         due_at, due_at_ru, due_at_en, body_digest, answer, answered_by, details)
      select * from unnest(
        ?::uuid[], ?::integer[], ?::integer[], ?::text[], ?::timestamptz[], ?::text[], ?::text[],
        ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::jsonb[])
      on conflict (appeal_id, version, index, kind) do nothing
      """;

  private static final String INSERT_NOTICES =
      """
      insert into tracking_notice (appeal_id, notice_id, outcome, kind, at)
      select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
      on conflict (appeal_id, notice_id, outcome) do nothing
      """;

  private static final List<Function<TrackedEvent, @Nullable Object>> EVENT_COLUMNS =
      List.of(
          e -> e.summary().appealId(),
          e -> e.summary().version(),
          e -> e.summary().index(),
          TrackedEvent::kind,
          TrackedEvent::at,
          e -> e.summary().status(),
          e -> e.summary().registrationNumber(),
          e -> e.summary().committee(),
          e -> e.summary().registeredAt(),
          e -> e.summary().dueAt(),
          e -> e.summary().dueAtExplanation().ru(),
          e -> e.summary().dueAtExplanation().en(),
          TrackedEvent::bodyDigest,
          TrackedEvent::answer,
          TrackedEvent::answeredBy,
          e -> e.details() == null ? null : JSON.writeValueAsString(e.details()));

  private static final List<Function<TrackedNotice, @Nullable Object>> NOTICE_COLUMNS =
      List.of(
          TrackedNotice::appealId,
          TrackedNotice::noticeId,
          TrackedNotice::outcome,
          TrackedNotice::kind,
          TrackedNotice::at);

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  JdbcTrackingStore(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public void store(List<TrackedEvent> events, List<TrackedNotice> notices) {
    transaction.executeWithoutResult(_ -> {
      insert(INSERT_EVENTS, EVENT_COLUMNS, events);
      insert(INSERT_NOTICES, NOTICE_COLUMNS, notices);
    });
  }

  private <T> void insert(String sql, List<Function<T, @Nullable Object>> columns, List<T> rows) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.update(connection -> {
      PreparedStatement statement = connection.prepareStatement(sql);
      for (int i = 0; i < columns.size(); i++) {
        statement.setArray(i + 1, column(connection, columns.get(i), rows));
      }
      return statement;
    });
  }

  // Every value goes as its text; the statement names the types.
  private static <T> Array column(
      Connection connection, Function<T, @Nullable Object> column, List<T> rows)
      throws SQLException {
    @Nullable Object[] values =
        rows.stream().map(column).map(value -> Objects.toString(value, null)).toArray();
    return connection.createArrayOf("text", values);
  }
}
