package city.reception.desk.queue;

import city.reception.events.AppealJoinedCampaign;
import city.reception.events.AppealRouted;
import city.reception.events.CaseSummary;
import city.reception.events.CommitteeId;
import city.reception.events.Transfer;
import city.reception.events.codec.EventJson;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what is known of the cases, many rows at a time. Each statement stands a repeat. */
@Component
class CaseTables {

  private final JdbcTemplate jdbc;
  private final JsonMapper json = EventJson.mapper();

  CaseTables(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** An event of a case's history, with what is said of it. */
  record HistoryRow(
      CaseSummary summary,
      HistoryEvent event,
      Instant at,
      @Nullable CommitteeId fromCommittee,
      Map<String, Object> facts) {}

  /** What the committee alone is told of an event. */
  record MessageRow(CaseSummary summary, HistoryEvent event, Map<String, Object> facts) {}

  /** Stores each case as given unless it is known as it stood later. At most one row an appeal. */
  void keepNewest(Collection<CaseSummary> cases) {
    if (cases.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into appeal (appeal_id, version, event_index, status, registration_number, committee,
                            registered_at, due_at, due_at_explanation_ru, due_at_explanation_en,
                            parent)
        select * from unnest(?::uuid[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[],
                             ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::uuid[])
        on conflict (appeal_id) do update set
          version = excluded.version,
          event_index = excluded.event_index,
          status = excluded.status,
          registration_number = excluded.registration_number,
          committee = excluded.committee,
          registered_at = excluded.registered_at,
          due_at = excluded.due_at,
          due_at_explanation_ru = excluded.due_at_explanation_ru,
          due_at_explanation_en = excluded.due_at_explanation_en,
          parent = excluded.parent
        where (excluded.version, excluded.event_index) > (appeal.version, appeal.event_index)
        """,
        Columns.of(cases, CaseSummary::appealId),
        Columns.of(cases, CaseSummary::version),
        Columns.of(cases, CaseSummary::index),
        Columns.of(cases, CaseSummary::status),
        Columns.of(cases, CaseSummary::registrationNumber),
        Columns.of(cases, CaseSummary::committee),
        Columns.of(cases, CaseSummary::registeredAt),
        Columns.of(cases, CaseSummary::dueAt),
        Columns.of(cases, summary -> summary.dueAtExplanation().ru()),
        Columns.of(cases, summary -> summary.dueAtExplanation().en()),
        Columns.of(cases, CaseSummary::parent));
  }

  /** Stores what each appeal says and why it was routed, unless a later routing is known. */
  void keepNewestContent(Collection<AppealRouted> routings) {
    if (routings.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into appeal_content (appeal_id, version, event_index, subject, routed, campaign,
                                    repeat_of)
        select * from unnest(?::uuid[], ?::int[], ?::int[], ?::text[], ?::jsonb[], ?::uuid[],
                             ?::uuid[])
        on conflict (appeal_id) do update set
          version = excluded.version,
          event_index = excluded.event_index,
          subject = excluded.subject,
          routed = excluded.routed,
          campaign = excluded.campaign,
          repeat_of = excluded.repeat_of
        where (excluded.version, excluded.event_index)
            > (appeal_content.version, appeal_content.event_index)
        """,
        Columns.of(routings, AppealRouted::appealId),
        Columns.of(routings, routed -> routed.summary().version()),
        Columns.of(routings, routed -> routed.summary().index()),
        Columns.of(routings, AppealRouted::subject),
        Columns.of(routings, json::writeValueAsString),
        Columns.of(routings, AppealRouted::campaign),
        Columns.of(routings, AppealRouted::repeatOf));
  }

  /** Of what was routed later the campaign is known already. */
  void joinCampaigns(Collection<AppealJoinedCampaign> joined) {
    if (joined.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        update appeal_content c
        set campaign = joined.campaign
        from unnest(?::uuid[], ?::int[], ?::int[], ?::uuid[])
          as joined (appeal_id, version, event_index, campaign)
        where c.appeal_id = any (?::uuid[]) -- So it begins there, whatever the table once held.
          and c.appeal_id = joined.appeal_id
          and (c.version, c.event_index) < (joined.version, joined.event_index)
        """,
        Columns.of(joined, AppealJoinedCampaign::appealId),
        Columns.of(joined, message -> message.summary().version()),
        Columns.of(joined, message -> message.summary().index()),
        Columns.of(joined, AppealJoinedCampaign::campaign),
        Columns.of(joined, AppealJoinedCampaign::appealId));
  }

  void addHistory(Collection<HistoryRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into history (appeal_id, version, event_index, event, status, committee,
                             from_committee, at, facts)
        select * from unnest(?::uuid[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[],
                             ?::text[], ?::timestamptz[], ?::jsonb[])
        order by 1, 2, 3
        on conflict do nothing
        """,
        Columns.of(rows, row -> row.summary().appealId()),
        Columns.of(rows, row -> row.summary().version()),
        Columns.of(rows, row -> row.summary().index()),
        Columns.of(rows, HistoryRow::event),
        Columns.of(rows, row -> row.summary().status()),
        Columns.of(rows, row -> row.summary().committee()),
        Columns.of(rows, HistoryRow::fromCommittee),
        Columns.of(rows, HistoryRow::at),
        Columns.of(rows, row -> row.facts().isEmpty() ? null : json(row.facts())));
  }

  void addMessages(Collection<MessageRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into message (appeal_id, version, event, facts)
        select * from unnest(?::uuid[], ?::int[], ?::text[], ?::jsonb[])
        order by 1, 2, 3
        on conflict do nothing
        """,
        Columns.of(rows, row -> row.summary().appealId()),
        Columns.of(rows, row -> row.summary().version()),
        Columns.of(rows, MessageRow::event),
        Columns.of(rows, row -> json(row.facts())));
  }

  private String json(Map<String, Object> facts) {
    return json.writeValueAsString(facts);
  }

  /** Adds why and by whom each of the cases was redirected. */
  void addTransfers(Collection<AppealRouted> redirects) {
    if (redirects.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into transfer (appeal_id, version, reason, actor)
        select * from unnest(?::uuid[], ?::int[], ?::text[], ?::text[])
        order by 1, 2
        on conflict do nothing
        """,
        Columns.of(redirects, AppealRouted::appealId),
        Columns.of(redirects, routed -> routed.summary().version()),
        Columns.of(redirects, of(Transfer::reason)),
        Columns.of(redirects, of(Transfer::actor)));
  }

  private static Function<AppealRouted, @Nullable Object> of(Function<Transfer, String> part) {
    return routed -> part.apply(Objects.requireNonNull(routed.transfer()));
  }
}
