package city.reception.benchmarks.ledger;

import city.reception.benchmarks.harness.YearOfCases;
import city.reception.events.AppealId;
import city.reception.events.AppealKind;
import city.reception.events.AppealRouted;
import city.reception.events.AppealStatus;
import city.reception.events.Applicant;
import city.reception.events.ApplicantType;
import city.reception.events.CaseSummary;
import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import city.reception.events.RegistrationNumber;
import city.reception.events.RoutingDecision;
import city.reception.events.codec.EventJson;
import city.reception.local.postgres.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Fills a desk's tables with cases that were registered over the last year; of twelve, one still
 * awaits its answer. One in ten of the answers was given at this desk, one case in ten was made
 * clear by its resident, one in twenty was redirected and belongs to a campaign.
 */
public final class DeskPreload {

  private static final List<String> FILL =
      List.of(
          """
          insert into appeal (appeal_id, version, event_index, status, registration_number,
            committee, registered_at, due_at, due_at_explanation_ru, due_at_explanation_en)
          select appeal_id, case when answered then 3 else 1 end, 0,
            case when answered then 'ANSWERED' else 'ROUTED' end,
            'МГД-2019-' || lpad(n::text, 7, '0'), committee, at, at + interval '30 days',
            'Ответ должен быть дан до ' || to_char(at + interval '30 days', 'DD.MM.YYYY'),
            'An answer is due by ' || to_char(at + interval '30 days', 'DD.MM.YYYY')
          from preload order by n
          """,
          """
          insert into appeal_content (appeal_id, version, event_index, subject, routed, campaign)
          select p.appeal_id, 1, 1, 'Обращение № ' || p.n, pattern.routed::jsonb, lead.appeal_id
          from pattern, preload p
          left join preload lead
            on lead.n = p.n - p.n % 2000 and p.n % 20 = 0 and p.n % 2000 <> 0
          order by p.n
          """,
          """
          insert into history (appeal_id, version, event_index, event, status, committee, at)
          select appeal_id, greatest(1, step), case when step = 1 then 1 else 0 end,
            (array['REGISTERED', 'ROUTED', 'TAKEN_UP', 'ANSWERED'])[step + 1],
            (array['REGISTERED', 'ROUTED', 'TAKEN_UP', 'ANSWERED'])[step + 1], committee,
            at + step * interval '3 days'
          from preload, generate_series(0, 3) step
          where step < 2 or answered
          order by n, step
          """,
          """
          insert into transfer (appeal_id, version, reason, actor)
          select appeal_id, 2, 'Вопрос ведает другая комиссия.', 'Депутат № ' || n
          from preload where n % 20 = 0
          """,
          """
          insert into message (appeal_id, version, event, facts)
          select appeal_id, 1, 'CLARIFIED', '{"text":"Во втором подъезде."}'
          from preload where n % 10 = 0
          """,
          """
          insert into desk_action (action_id, appeal_id, type, committee, record_headers,
            record_value, state, version)
          select 'a-' || n, appeal_id, 'ANSWER', committee, '{}', '{"actor":"Депутат"}', 'DONE', 3
          from preload where answered and n % 10 = 0
          """);

  private DeskPreload() {}

  /** Adds {@code cases} to the tables of {@code desk}, at most once. */
  public static void fill(Database desk, int cases) throws SQLException {
    String routed = EventJson.mapper().writeValueAsString(routed());
    List<String> all = new ArrayList<>();
    all.add("create table pattern as select $routed$%s$routed$ as routed".formatted(routed));
    all.addAll(FILL);
    all.add("drop table pattern");
    YearOfCases.fill(desk, cases, all);
  }

  /** The same for every case: its size counts, and not what it says. */
  private static AppealRouted routed() {
    CommitteeId committee = new CommitteeId("health");
    Instant registered = Instant.parse("2026-01-12T09:00:00Z");
    return new AppealRouted(
        new CaseSummary(
            new AppealId(new UUID(0, 1)),
            1,
            1,
            AppealStatus.ROUTED,
            RegistrationNumber.of("МГД", 2026, 1),
            committee,
            registered,
            registered.plus(Duration.ofDays(30)),
            new LocalizedText("Ответ должен быть дан.", "An answer is due.")),
        AppealKind.COMPLAINT,
        "portal",
        new Applicant(ApplicantType.PERSON, "Заявитель", null),
        null,
        "Обращение",
        "Прошу разобраться и ответить по существу обращения. ".repeat(6),
        null,
        null,
        registered,
        new RoutingDecision(
            committee,
            RoutingDecision.Rule.ADDRESSEE,
            "none",
            new LocalizedText("Названа комиссия.", "The committee was named."),
            List.of(),
            null),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
