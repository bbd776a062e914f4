package city.reception.desk.queue;

import city.reception.events.AppealId;
import city.reception.events.AppealStatus;
import city.reception.events.codec.EventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads what happened to a case, and puts together what is known of each event. */
@Component
public class HistoryReader {

  private final JdbcClient jdbc;
  private final JsonMapper json = EventJson.mapper();

  public HistoryReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * From the oldest event to the newest. An action makes a version of its own, so the version tells
   * which event of the case it was. An appeal of a campaign may have been answered with the whole.
   */
  List<HistoryEntry> of(AppealId appeal) {
    return jdbc.sql(
            """
            select h.at, h.version, h.event_index, h.event, h.status, h.committee, h.from_committee,
                   coalesce(together.record_value::jsonb, '{}')
                     || coalesce(to_jsonb(t), '{}')
                     || coalesce(d.record_value::jsonb, '{}')
                     || coalesce(m.facts, '{}')
                     || coalesce(h.facts, '{}') as said
            from history h
            left join transfer t
              on h.event = 'REDIRECTED' and t.appeal_id = h.appeal_id and t.version = h.version
            left join message m
              on m.appeal_id = h.appeal_id and m.version = h.version and m.event = h.event
            left join desk_action d
              on d.state = 'DONE' and d.appeal_id = h.appeal_id and d.version = h.version
              and d.type in (case h.event
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
              end, case h.event when 'ANSWERED' then 'ANSWER_CAMPAIGN' end)
            left join lateral (
              select a.record_value
              from appeal_content c
              join desk_action a
                on a.state = 'DONE' and a.appeal_id = c.campaign and a.type = 'ANSWER_CAMPAIGN'
              where h.event = 'ANSWERED' and d.action_id is null and c.appeal_id = h.appeal_id
                and a.asked_at < h.at
              order by a.asked_at desc
              limit 1) together on true
            where h.appeal_id = :appeal
            order by h.version, h.event_index
            """)
        .param("appeal", appeal.value())
        .query(this::entry)
        .list();
  }

  private HistoryEntry entry(ResultSet row, int number) throws SQLException {
    return new HistoryEntry(
        CaseRows.time(row, "at"),
        row.getInt("version"),
        row.getInt("event_index"),
        HistoryEvent.valueOf(row.getString("event")),
        AppealStatus.valueOf(row.getString("status")),
        CaseRows.committee(row, "committee"),
        CaseRows.committee(row, "from_committee"),
        json.readValue(row.getString("said"), HistoryEntry.Said.class));
  }
}
