package city.reception.desk.queue;

import city.reception.events.AppealId;
import city.reception.events.AppealRouted;
import city.reception.events.CaseSummary;
import city.reception.events.codec.EventJson;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads one appeal. An appeal that was never routed to a served committee is unknown here. */
@Component
public class AppealReader {

  private final JdbcClient jdbc;
  private final HistoryReader histories;
  private final JsonMapper json = EventJson.mapper();

  public AppealReader(JdbcClient jdbc, HistoryReader histories) {
    this.jdbc = jdbc;
    this.histories = histories;
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
            new Content(
                CaseRows.summary(row), json.readValue(row.getString("routed"), AppealRouted.class)))
        .optional()
        .map(content ->
            new DeskAppeal(
                content.summary(),
                content.routed(),
                related(content.summary().parent()),
                parts(appeal),
                related(content.routed().repeatOf()),
                histories.of(appeal)));
  }

  /** The case as it stands. */
  public Optional<CaseSummary> summary(AppealId appeal) {
    return jdbc.sql(
            """
            select a.* from appeal a join appeal_content c using (appeal_id)
            where appeal_id = :appeal
            """)
        .param("appeal", appeal.value())
        .query((row, n) -> CaseRows.summary(row))
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

  private @Nullable RelatedCase related(@Nullable AppealId appeal) {
    return appeal == null
        ? null
        : jdbc.sql("select * from appeal where appeal_id = :appeal")
            .param("appeal", appeal.value())
            .query((row, n) -> new RelatedCase(CaseRows.summary(row), null, null))
            .optional()
            .orElse(null);
  }

  /** The parts of the appeal, as far as they have come; what each asks where its content has. */
  private List<RelatedCase> parts(AppealId parent) {
    return jdbc.sql(
            """
            select a.*, c.routed -> 'part' ->> 'question' as question,
                   (c.routed -> 'part' ->> 'number')::int as part
            from appeal a left join appeal_content c using (appeal_id)
            where a.parent = :parent
            order by part nulls last, a.registration_number
            """)
        .param("parent", parent.value())
        .query((row, n) ->
            new RelatedCase(
                CaseRows.summary(row),
                row.getObject("part", Integer.class),
                row.getString("question")))
        .list();
  }
}
