package city.reception.desk.queue;

import city.reception.events.ActionDone;
import city.reception.events.ActionOutcome;
import city.reception.events.ActionRefused;
import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import city.reception.events.EventId;
import city.reception.events.LocalizedText;
import city.reception.events.RefusalReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The actions asked for at this desk: each is here before its record is sent. */
@Component
public class ActionLedger {

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final JsonMapper json = new JsonMapper();

  ActionLedger(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.template = template;
  }

  /**
   * Enters the action, unless one of its id is there.
   *
   * @return what is in the ledger under the id
   */
  public DeskAction enter(DeskAction action) {
    jdbc.sql(
            """
            insert into desk_action
              (action_id, appeal_id, type, committee, record_headers, record_value)
            values (:id, :appeal, :type, :committee, :headers::jsonb, :value)
            on conflict do nothing
            """)
        .param("id", action.id().value())
        .param("appeal", action.appeal().value())
        .param("type", action.type().name())
        .param("committee", action.committee().slug())
        .param("headers", json.writeValueAsString(action.record().headers()))
        .param("value", action.record().value())
        .update();
    return find(action.id()).orElseThrow();
  }

  public Optional<DeskAction> find(EventId id) {
    return jdbc.sql("select * from desk_action where action_id = :id")
        .param("id", id.value())
        .query(this::action)
        .optional();
  }

  /** Writes down what became of actions. Those of others, and those decided before, stay as is. */
  public void settle(Collection<ActionOutcome> outcomes) {
    if (outcomes.isEmpty()) {
      return;
    }
    template.update(
        """
        update desk_action a set
          state = o.state,
          version = o.version,
          reason = o.reason,
          explanation_ru = o.explanation_ru,
          explanation_en = o.explanation_en,
          decided_at = now()
        from unnest(?::text[], ?::uuid[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[])
          as o (action_id, appeal_id, state, version, reason, explanation_ru, explanation_en)
        where a.action_id = any (?::text[]) -- So it begins there, whatever the table once held.
          and a.action_id = o.action_id and a.appeal_id = o.appeal_id and a.state = 'PENDING'
        """,
        Columns.of(outcomes, ActionOutcome::actionId),
        Columns.of(outcomes, ActionOutcome::appealId),
        Columns.of(outcomes, ActionLedger::state),
        Columns.of(outcomes, ActionOutcome::version),
        Columns.of(outcomes, ofRefusal(ActionRefused::reason)),
        Columns.of(outcomes, ofRefusal(refused -> refused.explanation().ru())),
        Columns.of(outcomes, ofRefusal(refused -> refused.explanation().en())),
        Columns.of(outcomes, ActionOutcome::actionId));
  }

  private static ActionState state(ActionOutcome outcome) {
    return switch (outcome) {
      case ActionDone done -> ActionState.DONE;
      case ActionRefused refused -> ActionState.REFUSED;
    };
  }

  private static Function<ActionOutcome, @Nullable Object> ofRefusal(
      Function<ActionRefused, Object> part) {
    return outcome -> outcome instanceof ActionRefused refused ? part.apply(refused) : null;
  }

  private DeskAction action(ResultSet row, int number) throws SQLException {
    @Nullable String reason = row.getString("reason");
    @Nullable String explanation = row.getString("explanation_ru");
    return new DeskAction(
        new EventId(row.getString("action_id")),
        new AppealId(row.getObject("appeal_id", UUID.class)),
        ActionType.valueOf(row.getString("type")),
        new CommitteeId(row.getString("committee")),
        new OutgoingRecord(
            json.readValue(row.getString("record_headers"), HEADERS),
            row.getString("record_value")),
        ActionState.valueOf(row.getString("state")),
        row.getObject("version", Integer.class),
        reason == null ? null : RefusalReason.valueOf(reason),
        explanation == null
            ? null
            : new LocalizedText(explanation, row.getString("explanation_en")));
  }
}
