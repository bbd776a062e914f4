package city.reception.router.ledger;

import static city.reception.router.ledger.LedgerDatabase.RECEIVED;
import static city.reception.router.ledger.LedgerDatabase.at;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealId;
import city.reception.events.Applicant;
import city.reception.events.ApplicantType;
import city.reception.events.CaseTimer;
import city.reception.router.campaigns.CampaignRules;
import city.reception.router.campaigns.Gathered;
import city.reception.router.campaigns.Letter;
import city.reception.router.campaigns.Marking;
import city.reception.router.campaigns.Marks;
import city.reception.router.models.WordFolding;
import city.reception.testing.RowsRead;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/**
 * PostgreSQL keeps the plan of a statement until it counts a table's rows anew, a minute later at
 * best. One that was made while the tables held little must not read them whole when a surge fills
 * them: each batch would take longer than the one before it.
 */
class EarlyPlansTest {

  private static final List<String> TABLES =
      List.of(
          "input", "appeal_case", "appeal_content", "timer", "letter", "letter_key", "exemplar");
  private static final int MANY = 20_000;

  /** No campaign has so many voices, so each letter of a matter changes it. */
  private static final CampaignRules ALWAYS_CONTESTED = new CampaignRules(1_000, 0.5, 0.35);

  /** Rows with the numbers of a series; what is of campaigns has them below nothing. */
  private static final List<String> FILLING =
      List.of(
          """
          insert into input (stream_id, off, at, event_key, appeal_id, result)
          select 1, n, now(), lpad(to_hex(n), 32, '0')::uuid, lpad(to_hex(n), 32, '0')::uuid, 'APPLIED'
          """,
          """
          insert into appeal_case (appeal_id, version, idx, status, number, committee,
            registered_at, due_at, due_explanation_ru, due_explanation_en, body_digest)
          select lpad(to_hex(n), 32, '0')::uuid, 1, 1, 'ROUTED', 'N-' || n, 'education', now(),
            now(), 'до', 'by', md5(n::text)
          """,
          """
          insert into appeal_content (appeal_id, content)
          select lpad(to_hex(n), 32, '0')::uuid,
            '{"kind":"PROPOSAL","channel":"portal","applicant":{"type":"PERSON","name":"Житель"},
              "subject":"Двор","text":"Верните свет.","receivedAt":"2026-01-01T00:00:00Z"}'
          """,
          """
          insert into timer (appeal_id, timer, generation, due_at)
          select lpad(to_hex(n), 32, '0')::uuid, 'ANSWER_OVERDUE', 1, now()
          """,
          """
          insert into letter (id, appeal_id, applicant, signature)
          select -n, lpad(to_hex(n), 32, '0')::uuid, -n, ''
          """,
          "insert into letter_key (key, letter_id) select -n, -n",
          """
          insert into exemplar (letter_id, appeal_id, matter, voices)
          select -n, lpad(to_hex(n), 32, '0')::uuid, -n, '{}'
          """);

  private final LedgerDatabase database = new LedgerDatabase();
  private final Marking marking = new Marking(new WordFolding());

  @ParameterizedTest
  @ValueSource(ints = {0, 5})
  void theFirstMinuteOfASurgeReadsNoTableWhole(int counted) throws IOException {
    for (String table : TABLES) {
      database.jdbc.execute("alter table " + table + " set (autovacuum_enabled = false)");
    }
    fill(1, Math.min(1, counted));
    database.jdbc.execute("analyze " + String.join(", ", TABLES));
    fill(2, counted);
    // Each table is counted at its own time.
    database.jdbc.execute("analyze input, appeal_case, timer, letter");
    try (LedgerDatabase.Transaction service = database.begin(settingsOfTheServices())) {
      service.ledger.lock(Set.of(RECEIVED));
      for (int batch = 0; batch < 20; batch++) {
        handle(batch, service);
      }
      fill(counted + 1, MANY);
      long before = rowsRead(service);

      for (int batch = 20; batch < 25; batch++) {
        handle(batch, service);
      }

      assertThat(rowsRead(service) - before).isLessThan(MANY);
    }
  }

  /** What a batch asks of the tables that grow; its letters are all of one matter. */
  private void handle(int batch, LedgerDatabase.Transaction service) {
    AppealId appeal = AppealId.of("portal", "early-plans-test-" + batch);
    service.ledger.known(List.of(UUID.randomUUID(), UUID.randomUUID()));
    service.ledger.recorded(List.of(at(RECEIVED, 3 * MANY), at(RECEIVED, 3 * MANY + 1)));
    service.ledger.load(List.of(appeal, new AppealId(new UUID(0, 3))));
    LedgerWrite write = new LedgerWrite(Map.of());
    write.cancelTimer(appeal, CaseTimer.ANSWER_OVERDUE);
    service.ledger.write(write, Map.of(RECEIVED, (long) batch));
    RememberedLetters letters = new RememberedLetters(service.jdbc, ALWAYS_CONTESTED);
    letters.write(letters.gather(Map.of(appeal, marks("Житель " + batch))));
    new ExemplarRows(service.jdbc)
        .write(new Gathered(List.of(), Map.of(), List.of(), Map.of(-7L, -7L)));
    service.commit();
  }

  private Marks marks(String name) {
    return marking.of(
        new Letter(
            new Applicant(ApplicantType.PERSON, name, null),
            null,
            "Двор",
            """
            Во дворе нашего дома третий месяц не горит ни один фонарь, дети возвращаются из школы в
            темноте, а управляющая компания отвечает, что ждёт решения города. Просим вернуть свет.
            """,
            null));
  }

  private void fill(int from, int to) {
    for (String rows : FILLING) {
      database.jdbc.update(rows + " from generate_series(?, ?) as n", from, to);
    }
  }

  private long rowsRead(LedgerDatabase.Transaction service) {
    service.jdbc.queryForObject("select pg_stat_force_next_flush()::text", String.class);
    service.commit();
    return RowsRead.in(database.jdbc);
  }

  private static String settingsOfTheServices() throws IOException {
    Object settings =
        new YamlPropertySourceLoader()
            .load("defaults", new ClassPathResource("reception-defaults.yaml"))
            .getFirst()
            .getProperty("spring.datasource.hikari.data-source-properties.options");
    return Objects.requireNonNull(settings, "the services' settings").toString();
  }
}
