package city.reception.intake.tracking;

import city.reception.events.AppealId;
import city.reception.events.AppealStatus;
import city.reception.events.CaseSummary;
import city.reception.events.CommitteeId;
import city.reception.events.EventId;
import city.reception.events.LocalizedText;
import city.reception.events.NoticeKind;
import city.reception.events.RegistrationNumber;
import city.reception.events.codec.EventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads one case. */
@Component
final class JdbcTrackedCases {

  private final JdbcClient jdbc;
  private final JsonMapper json = EventJson.mapper();

  JdbcTrackedCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The case, or {@link TrackedCase#NONE}. */
  TrackedCase find(AppealId appeal) {
    return new TrackedCase(
        jdbc.sql(
                """
                select version, index, kind, at, status, registration_number, committee,
                       registered_at, due_at, due_at_ru, due_at_en, body_digest, answer, answered_by,
                       details
                from tracking_event
                where appeal_id = :appeal
                """)
            .param("appeal", appeal.value())
            .query((row, _) -> event(appeal, row))
            .list(),
        jdbc.sql(
                """
                select notice_id, outcome, kind, at
                from tracking_notice
                where appeal_id = :appeal
                order by at
                """)
            .param("appeal", appeal.value())
            .query((row, _) -> notice(appeal, row))
            .list());
  }

  private TrackedEvent event(AppealId appeal, ResultSet row) throws SQLException {
    String details = row.getString("details");
    String committee = row.getString("committee");
    return new TrackedEvent(
        TrackedEvent.Kind.valueOf(row.getString("kind")),
        new CaseSummary(
            appeal,
            row.getInt("version"),
            row.getInt("index"),
            AppealStatus.valueOf(row.getString("status")),
            new RegistrationNumber(row.getString("registration_number")),
            committee == null ? null : new CommitteeId(committee),
            instant(row, "registered_at"),
            instant(row, "due_at"),
            new LocalizedText(row.getString("due_at_ru"), row.getString("due_at_en"))),
        instant(row, "at"),
        row.getString("body_digest"),
        row.getString("answer"),
        row.getString("answered_by"),
        details == null ? null : json.readValue(details, TrackedEvent.Details.class));
  }

  private static TrackedNotice notice(AppealId appeal, ResultSet row) throws SQLException {
    return new TrackedNotice(
        appeal,
        new EventId(row.getString("notice_id")),
        TrackedNotice.Outcome.valueOf(row.getString("outcome")),
        NoticeKind.valueOf(row.getString("kind")),
        instant(row, "at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
