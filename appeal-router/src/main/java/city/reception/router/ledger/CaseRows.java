package city.reception.router.ledger;

import static city.reception.router.ledger.JdbcCaseLedger.column;

import city.reception.events.AppealId;
import city.reception.events.AppealStatus;
import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import city.reception.events.RegistrationNumber;
import city.reception.router.lifecycle.AppealContent;
import city.reception.router.lifecycle.CaseFile;
import city.reception.router.lifecycle.CaseProgress;
import city.reception.router.lifecycle.CaseState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The rows of tables {@code appeal_case} and {@code appeal_content}. */
final class CaseRows {

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  CaseRows(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  LoadedCases load(Collection<AppealId> appeals) {
    LoadedCases cases = new LoadedCases(new HashMap<>(), new HashMap<>());
    if (appeals.isEmpty()) {
      return cases;
    }
    UUID[] ids = appeals.stream().map(AppealId::value).toArray(UUID[]::new);
    jdbc.query(
        """
        select k.*,
          -- No join, so it begins at the cases, whatever the tables once held.
          (select t.content from appeal_content t where t.appeal_id = k.appeal_id) as content
        from appeal_case k
        where k.appeal_id = any (?::uuid[])
        order by k.appeal_id
        for update of k
        """,
        row -> {
          AppealId appeal = new AppealId(row.getObject("appeal_id", UUID.class));
          cases.states().put(appeal, state(row));
          byte[] head = row.getBytes("journal_head");
          if (head != null) {
            cases.heads().put(appeal, head);
          }
        },
        (Object) ids);
    return cases;
  }

  /** The number of rows inserted; fewer than asked for when a case was there already. */
  int insert(Map<AppealId, CaseState.Registered> cases, JournalRows.Links journal) {
    if (cases.isEmpty()) {
      return 0;
    }
    List<CaseFile> files = cases.values().stream().map(CaseState.Registered::file).toList();
    UUID[] ids = cases.keySet().stream().map(AppealId::value).toArray(UUID[]::new);
    int inserted =
        jdbc.update(
            """
            insert into appeal_case
              (appeal_id, version, idx, status, number, committee, registered_at, due_at,
               due_explanation_ru, due_explanation_en, body_digest, progress, journal_head)
            select id, version, idx, status, number, committee, registered_at, due_at, due_ru,
              due_en, digest, progress::json, head
            from unnest(?::uuid[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[],
              ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
              ?::bytea[])
              as k (id, version, idx, status, number, committee, registered_at, due_at, due_ru,
                due_en, digest, progress, head)
            on conflict (appeal_id) do nothing
            """,
            ids,
            column(files, CaseFile::version, Integer[]::new),
            column(files, CaseFile::index, Integer[]::new),
            column(cases.values(), CaseRows::status, String[]::new),
            column(files, file -> file.number().value(), String[]::new),
            column(files, CaseRows::committee, String[]::new),
            column(files, file -> Timestamp.from(file.registeredAt()), Timestamp[]::new),
            column(files, file -> Timestamp.from(file.dueAt()), Timestamp[]::new),
            column(files, file -> file.dueAtExplanation().ru(), String[]::new),
            column(files, file -> file.dueAtExplanation().en(), String[]::new),
            column(files, CaseFile::bodyDigest, String[]::new),
            column(files, this::progress, String[]::new),
            column(cases.keySet(), journal.heads()::get, byte[][]::new));
    List<SealedText> contents = cases.keySet().stream().map(journal.contents()::get).toList();
    jdbc.update(
        """
        insert into appeal_content (appeal_id, content, salt)
        select id, convert_from(content, 'UTF8')::json, salt
        from unnest(?::uuid[], ?::bytea[], ?::bytea[]) as appeal (id, content, salt)
        on conflict do nothing
        """,
        ids,
        column(contents, SealedText::utf8, byte[][]::new),
        column(contents, SealedText::salt, byte[][]::new));
    return inserted;
  }

  /** The number of rows updated; fewer than asked for when a case is no longer what it was. */
  int update(Map<AppealId, LedgerWrite.Update> updates, Map<AppealId, byte[]> heads) {
    if (updates.isEmpty()) {
      return 0;
    }
    UUID[] ids = updates.keySet().stream().map(AppealId::value).toArray(UUID[]::new);
    List<CaseFile> before = updates.values().stream().map(u -> u.before().file()).toList();
    List<CaseFile> after = updates.values().stream().map(u -> u.after().file()).toList();
    return jdbc.update(
        """
        update appeal_case k
        set version = u.version, idx = u.idx, status = u.status, committee = u.committee,
          due_at = u.due_at, due_explanation_ru = u.due_ru, due_explanation_en = u.due_en,
          progress = u.progress::json, journal_head = coalesce(u.head, k.journal_head)
        from unnest(?::uuid[], ?::int[], ?::int[], ?::int[], ?::int[], ?::text[], ?::text[],
            ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::bytea[])
          as u (appeal_id, old_version, old_idx, version, idx, status, committee, due_at, due_ru,
            due_en, progress, head)
        where k.appeal_id = any (?::uuid[]) -- So it begins at the index, whatever the table once held.
          and k.appeal_id = u.appeal_id and k.version = u.old_version and k.idx = u.old_idx
        """,
        ids,
        column(before, CaseFile::version, Integer[]::new),
        column(before, CaseFile::index, Integer[]::new),
        column(after, CaseFile::version, Integer[]::new),
        column(after, CaseFile::index, Integer[]::new),
        column(updates.values(), u -> status(u.after()), String[]::new),
        column(after, CaseRows::committee, String[]::new),
        column(after, file -> Timestamp.from(file.dueAt()), Timestamp[]::new),
        column(after, file -> file.dueAtExplanation().ru(), String[]::new),
        column(after, file -> file.dueAtExplanation().en(), String[]::new),
        column(after, this::progress, String[]::new),
        column(updates.keySet(), heads::get, byte[][]::new),
        ids);
  }

  private CaseState.Registered state(ResultSet row) throws SQLException {
    CaseFile file =
        new CaseFile(
            new RegistrationNumber(row.getString("number")),
            row.getInt("version"),
            row.getInt("idx"),
            new CommitteeId(row.getString("committee")),
            instant(row, "registered_at"),
            instant(row, "due_at"),
            new LocalizedText(
                row.getString("due_explanation_ru"), row.getString("due_explanation_en")),
            row.getString("body_digest"),
            json.readValue(row.getString("content"), AppealContent.class),
            json.readValue(row.getString("progress"), CaseProgress.class));
    return CaseState.of(AppealStatus.valueOf(row.getString("status")), file);
  }

  private String progress(CaseFile file) {
    return json.writeValueAsString(file.progress());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  private static String status(CaseState.Registered state) {
    return state.status().name();
  }

  private static String committee(CaseFile file) {
    return Objects.requireNonNull(file.committee(), "a case at rest is with a committee").slug();
  }
}
