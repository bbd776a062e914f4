package city.reception.benchmarks.router;

import city.reception.benchmarks.harness.YearOfCases;
import city.reception.local.postgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills a ledger with cases that were registered over the last year. Those older than 30 days are
 * answered; the outputs of the last 40 days are still kept. Indexes are taken away meanwhile and
 * made again, and the tables are analysed.
 */
public final class LedgerPreload {

  /** Every input's stream; no real topic has that name. */
  private static final String STREAM = "insert into stream (topic, part) values ('preload', 0)";

  private static final String TABLES =
      "'input', 'appeal_case', 'appeal_content', 'case_event', 'timer', 'letter', 'letter_key'";

  private static final List<String> FILL =
      List.of(
          """
          insert into appeal_case (appeal_id, version, idx, status, number, committee, registered_at,
            due_at, due_explanation_ru, due_explanation_en, body_digest, journal_head)
          select appeal_id, case when answered then 3 else 1 end, case when answered then 0 else 1 end,
            case when answered then 'ANSWERED' else 'ROUTED' end,
            'МГД-2019-' || to_char(n, 'FM0000000'), committee, at, at + interval '30 days',
            'Ответ должен быть дан до ' || to_char(at + interval '30 days', 'DD.MM.YYYY')
              || ': 30 дней со дня регистрации (59-ФЗ, статья 12, часть 1).',
            'An answer is due by ' || to_char(at + interval '30 days', 'DD.MM.YYYY')
              || ': 30 days from the registration (59-FZ, article 12.1).',
            encode(sha256(n::text::bytea), 'base64'), sha256(n::text::bytea)
          from preload order by n
          """,
          """
          insert into appeal_content
          select appeal_id, json_build_object('kind', 'COMPLAINT', 'channel', 'portal',
            'applicant', json_build_object('type', 'PERSON', 'name', 'Заявитель № ' || n),
            'subject', 'Обращение № ' || n,
            'text', repeat('Прошу разобраться и ответить по существу обращения. ', 5) || n,
            'receivedAt', at)
          from preload order by n
          """,
          """
          insert into input
          select (select id from stream where topic = 'preload'), n * 3 + step, at + step * interval '5 days',
            gen_random_uuid(), appeal_id, 'APPLIED', null,
            case when at > now() - interval '40 days' then
              convert_to(repeat(md5(n::text) || md5(step::text), case step when 0 then 40 else 12 end),
                'UTF8')
            end,
            at + step * interval '5 days'
          from preload, generate_series(0, 2) step
          where step = 0 or answered
          order by n, step
          """,
          """
          insert into case_event (appeal_id, version, idx, type, at, facts, stream_id, off, party,
            actor, actor_salt, texts, texts_salt, digest)
          select appeal_id, greatest(1, step), case when step = 1 then 1 else 0 end,
            (array['Registered', 'Routed', 'TakenUp', 'Answered'])[step + 1],
            at + greatest(0, step - 1) * interval '5 days',
            json_build_object('dueAt', at, 'said', repeat('x', 120)),
            (select id from stream where topic = 'preload'), n * 3 + greatest(0, step - 1),
            case when step < 2 then 'ROUTER' else committee end,
            case when step < 2 then null else 'Депутат № ' || n end, decode(md5(n::text), 'hex'),
            case step when 3 then
              json_build_object('text', repeat('Ваше обращение рассмотрено. ', 8)) end,
            decode(md5(step::text), 'hex'), sha256((n * 4 + step)::text::bytea)
          from preload, generate_series(0, 3) step
          where step < 2 or answered
          order by n, step
          """,
          """
          insert into timer
          select appeal_id, 'ANSWER_DUE_IN_3_DAYS', 1, now() + interval '30 days', null
          from preload where not answered
          """,
          """
          insert into letter
          select n + (select last_value from letter_id), appeal_id, hashint8extended(n, 1), null,
            decode(repeat(md5(n::text), 8), 'hex')
          from preload order by n
          """,
          // The applicant, and the bands of the signature.
          """
          insert into letter_key
          select hashint8extended(n * 9 + band, case band when 0 then 1 else 2 end),
            n + (select last_value from letter_id)
          from preload, generate_series(0, 8) band
          order by 1, 2
          """,
          "select setval('letter_id', (select coalesce(max(id), 1) from letter))");

  private LedgerPreload() {}

  /**
   * Adds {@code cases} to the ledger of {@code database}, at most once. Nobody may write meanwhile,
   * since its keys are away.
   */
  public static void fill(Database database, int cases) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.username(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute("set synchronous_commit = off");
      statement.execute("set maintenance_work_mem = '256MB'");
      statement.execute("set work_mem = '128MB'");
      List<String> restore = takeIndexesAway(statement);
      statement.execute(STREAM);
      statement.execute(YearOfCases.table(cases));
      for (String fill : FILL) {
        statement.execute(fill);
      }
      for (String index : restore) {
        statement.execute(index);
      }
      statement.execute("drop table preload");
      statement.execute("vacuum analyze");
      statement.execute("set synchronous_commit = on");
    }
  }

  /** Returns what makes them again. */
  private static List<String> takeIndexesAway(Statement statement) throws SQLException {
    List<String> take = new ArrayList<>();
    List<String> restore = new ArrayList<>();
    try (ResultSet constraints =
        statement.executeQuery(
            """
            select conrelid::regclass::text, conname, pg_get_constraintdef(oid)
            from pg_constraint
            where contype in ('p', 'u') and conrelid::regclass::text in (%s)
            """
                .formatted(TABLES))) {
      while (constraints.next()) {
        String table = constraints.getString(1);
        String name = constraints.getString(2);
        take.add("alter table %s drop constraint %s".formatted(table, name));
        restore.add(
            "alter table %s add constraint %s %s".formatted(table, name, constraints.getString(3)));
      }
    }
    try (ResultSet indexes =
        statement.executeQuery(
            """
            select indexname, indexdef from pg_indexes i
            where schemaname = 'public' and tablename in (%s)
              and not exists (select from pg_constraint where conname = i.indexname)
            """
                .formatted(TABLES))) {
      while (indexes.next()) {
        take.add("drop index " + indexes.getString(1));
        restore.add(indexes.getString(2));
      }
    }
    for (String index : take) {
      statement.execute(index);
    }
    return restore;
  }
}
