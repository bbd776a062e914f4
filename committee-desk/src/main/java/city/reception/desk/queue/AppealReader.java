package city.reception.desk.queue;

import city.reception.events.AppealId;
import city.reception.events.AppealRouted;
import city.reception.events.AppealStatus;
import city.reception.events.CaseSummary;
import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import city.reception.events.RegistrationNumber;
import city.reception.events.codec.EventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads one appeal. An appeal that was never routed to a served committee is unknown here. */
@Component
public class AppealReader {

  private final JdbcClient jdbc;
  private final JsonMapper json = EventJson.mapper();

  AppealReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Content(CaseSummary summary, AppealRouted routed) {}

  /** The appeal with its history. */
  public Optional<DeskAppeal> find(AppealId appeal) {
    return jdbc.sql(
            """
            select a.*, c.routed from appeal a join appeal_content c using (appeal_id)
            where appeal_id = :appeal
            """)
        .param("appeal", appeal.value())
        .query((row, n) ->
            new Content(summary(row), json.readValue(row.getString("routed"), AppealRouted.class)))
        .optional()
        .map(content -> new DeskAppeal(content.summary(), content.routed(), history(appeal)));
  }

  /** The case as it stands. */
  public Optional<CaseSummary> summary(AppealId appeal) {
    return jdbc.sql(
            """
            select a.* from appeal a join appeal_content c using (appeal_id)
            where appeal_id = :appeal
            """)
        .param("appeal", appeal.value())
        .query((row, n) -> summary(row))
        .optional();
  }

  /** Whether what made {@code version} of the case has arrived in this desk's tables. */
  public boolean hasSeen(AppealId appeal, int version) {
    return jdbc.sql(
            """
            select exists (
              select from history where appeal_id = :appeal and version >= :version)
            """)
        .param("appeal", appeal.value())
        .param("version", version)
        .query(Boolean.class)
        .single();
  }

  /** An action makes a version of its own, so the version tells which event of the case it was. */
  private List<HistoryEntry> history(AppealId appeal) {
    return jdbc.sql(
            """
            select h.at, h.version, h.event_index, h.event, h.status, h.committee, h.from_committee,
                   coalesce(t.actor, d.record_value::json ->> 'actor') as actor,
                   coalesce(t.reason, d.record_value::json ->> 'reason') as reason,
                   d.record_value::json ->> 'text' as text
            from history h
            left join transfer t
              on h.event = 'REDIRECTED' and t.appeal_id = h.appeal_id and t.version = h.version
            left join desk_action d
              on d.state = 'DONE' and d.appeal_id = h.appeal_id and d.version = h.version
              and d.type = case h.event
                when 'TAKEN_UP' then 'TAKE_UP'
                when 'REDIRECTED' then 'REDIRECT'
                when 'EXTENDED' then 'EXTEND'
                when 'ANSWERED' then 'ANSWER'
                when 'FORWARDED' then 'FORWARD'
                when 'SPLIT' then 'SPLIT'
                when 'CLARIFICATION_ASKED' then 'ASK_CLARIFICATION'
                when 'REFUSED' then 'REFUSE'
                when 'CORRESPONDENCE_ENDED' then 'END_CORRESPONDENCE'
                when 'INFORMATION_REQUESTED' then 'REQUEST_INFORMATION'
                when 'REQUEST_REPLIED' then 'RECORD_REQUEST_REPLY'
              end
            where h.appeal_id = :appeal
            order by h.version, h.event_index
            """)
        .param("appeal", appeal.value())
        .query(AppealReader::entry)
        .list();
  }

  private static HistoryEntry entry(ResultSet row, int number) throws SQLException {
    return new HistoryEntry(
        time(row, "at"),
        row.getInt("version"),
        row.getInt("event_index"),
        HistoryEvent.valueOf(row.getString("event")),
        AppealStatus.valueOf(row.getString("status")),
        row.getString("committee"),
        row.getString("from_committee"),
        row.getString("actor"),
        row.getString("reason"),
        row.getString("text"));
  }

  private static CaseSummary summary(ResultSet row) throws SQLException {
    @Nullable String committee = row.getString("committee");
    return new CaseSummary(
        new AppealId(row.getObject("appeal_id", UUID.class)),
        row.getInt("version"),
        row.getInt("event_index"),
        AppealStatus.valueOf(row.getString("status")),
        new RegistrationNumber(row.getString("registration_number")),
        committee == null ? null : new CommitteeId(committee),
        time(row, "registered_at"),
        time(row, "due_at"),
        new LocalizedText(
            row.getString("due_at_explanation_ru"), row.getString("due_at_explanation_en")));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
