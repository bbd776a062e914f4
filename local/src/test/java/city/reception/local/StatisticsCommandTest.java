package city.reception.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.local.Arguments.UsageException;
import city.reception.local.postgres.Database;
import city.reception.local.postgres.LocalPostgres;
import city.reception.local.secrets.LocalSecrets;
import city.reception.local.system.DataFolder;
import city.reception.local.system.LocalPorts;
import city.reception.local.system.LocalPorts.Listener;
import city.reception.local.system.RunningSystem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as somebody calls it who publishes what it prints, on a PostgreSQL of its own. */
class StatisticsCommandTest {

  private static final String ROUTER = Listener.ROUTER.title();
  private static final List<String> MARCH = List.of("--from", "2026-03-01", "--to", "2026-03-31");
  private static final Set<String> DAYS = Set.of("medianDays", "ninetiethPercentileDays");

  @TempDir static Path home;

  private static LocalPostgres postgres;
  private static RunningSystem.Claim claim;
  private static int cases;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Installation installation = new Installation(home);

  @BeforeAll
  static void aSystemWithAFewCases() throws IOException {
    DataFolder folder = new Installation(home).data();
    int port = FreePorts.next();
    postgres =
        LocalPostgres.start(
            folder.postgres(), port, LocalSecrets.in(folder.secrets()), List.of(ROUTER));
    claim = RunningSystem.claim(folder, LocalPorts.with(Map.of(Listener.POSTGRES, port)));
    Database router = postgres.database(ROUTER);
    DriverManagerDataSource ledger =
        new DriverManagerDataSource(router.url(), router.username(), router.password());
    Flyway.configure()
        .dataSource(ledger)
        .locations("classpath:db/migration/router")
        .load()
        .migrate();
    JdbcTemplate jdbc = new JdbcTemplate(ledger);
    for (int i = 0; i < 8; i++) {
      enter(jdbc, "health", "COMPLAINT", "clinics, \"day\" and night", 10 + i);
    }
    for (int i = 0; i < 6; i++) {
      enter(jdbc, "health", "COMPLAINT", "clinics, \"day\" and night", null);
    }
    for (int i = 0; i < 4; i++) {
      enter(jdbc, "education", "PROPOSAL", "schools", 7);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    claim.close();
    postgres.close();
  }

  @BeforeEach
  void nothingSaidYet() {
    out.reset();
  }

  @Test
  void theRowsAsCsv() {
    run("--format", "csv");

    assertThat(said())
        .isEqualToNormalizingNewlines(
            """
            month,committee,kind,topic,received,forwarded,answeredInTime,answeredLate,open,\
            medianDays,ninetiethPercentileDays,satisfied,explained,declined,refused,\
            correspondenceEnded,withdrawn
            2026-03,health,COMPLAINT,"clinics, ""day"" and night",14,,8,,,13.5,16.3,,,,,,
            """);
  }

  @Test
  void theSameRowsAsJsonWithWhatIsWithheldAsNull() {
    run("--by", "committee", "--format", "json");

    JsonNode published = JsonMapper.shared().readTree(said());
    assertThat(published.path("from").asString()).isEqualTo("2026-03-01");
    assertThat(published.path("to").asString()).isEqualTo("2026-03-31");
    assertThat(published.path("withheldUnder").asInt()).isEqualTo(5);
    assertThat(published.path("rows").valueStream())
        .as("four appeals of another committee are too few to appear")
        .singleElement()
        .satisfies(row -> {
          assertThat(row.path("committee").asString()).isEqualTo("health");
          assertThat(row.has("kind")).isFalse();
          assertThat(row.path("received").asInt()).isEqualTo(14);
          assertThat(row.path("answeredInTime").asInt()).isEqualTo(8);
          assertThat(row.path("open").isNull()).as("goes with those that are nobody's").isTrue();
          assertThat(row.path("medianDays").asDouble()).isEqualTo(13.5);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"committee", "kind", "topic", "committee,kind", "committee,kind,topic"})
  void noCountIsUnderFiveAndNobodyIsNamed(String by) {
    run("--by", by);

    assertThat(said()).doesNotContain("Иванов", "Лифт");
    assertThat(JsonMapper.shared().readTree(said()).path("rows").valueStream())
        .isNotEmpty()
        .allSatisfy(row ->
            assertThat(row.properties())
                .filteredOn(cell -> cell.getValue().isNumber() && !DAYS.contains(cell.getKey()))
                .isNotEmpty()
                .allSatisfy(cell ->
                    assertThat(cell.getValue().asInt())
                        .as(cell.getKey())
                        .isGreaterThanOrEqualTo(5)));
  }

  @Test
  void aFileGetsWhatTheOutputWouldHaveGot() throws IOException {
    Path file = home.resolve("march.csv");
    run("--format", "csv");
    String expected = said();
    out.reset();

    run("--format", "csv", "--out", file.toString());

    assertThat(said()).isEmpty();
    assertThat(file).content(UTF_8).isEqualToNormalizingNewlines(expected);
  }

  @Test
  void aMonthWithoutAppealsHasNoRows() {
    command().run(List.of("--from", "2026-05-01", "--to", "2026-05-31"));

    assertThat(JsonMapper.shared().readTree(said()).path("rows").size()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--to 2026-03-31                                 | statistics needs --from",
        "--from 2026-03-01                               | statistics needs --to",
        "--from 2026-03-01 --to 2026-02-28               | --to is before --from",
        "--from 01.03.2026 --to 2026-03-31               | --from needs a day as YYYY-MM-DD",
        "--from 2026-03-01 --to 2026-02-30               | --to needs a day as YYYY-MM-DD",
        "--from 2026-03-01 --to 2026-03-31 --by deputy   | committee, kind and topic: deputy",
        "--from 2026-03-01 --to 2026-03-31 --format xml  | --format is json or csv: xml",
        "--from 2026-03-01 --to 2026-03-31 health        | 'health' makes no sense here",
      })
  void whatMakesNoSenseIsSaid(String arguments, String message) {
    assertThatThrownBy(() -> command().run(List.of(arguments.split(" "))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
    assertThat(said()).isEmpty();
  }

  @Test
  void whereNothingRunsItSaysHowToStartIt(@TempDir Path empty) {
    StatisticsCommand command = new StatisticsCommand(new Installation(empty), console());

    assertThatIllegalStateException()
        .isThrownBy(() -> command.run(MARCH))
        .withMessageContaining("./appeals up");
  }

  private void run(String... more) {
    List<String> arguments = new ArrayList<>(MARCH);
    arguments.addAll(List.of(more));
    assertThat(command().run(arguments)).isZero();
  }

  private StatisticsCommand command() {
    return new StatisticsCommand(installation, console());
  }

  private Console console() {
    PrintStream stream = new PrintStream(out, true, UTF_8);
    return new Console(stream, stream);
  }

  private String said() {
    return out.toString(UTF_8);
  }

  /** A case of the second of March, answered {@code days} later where that is given. */
  private static void enter(
      JdbcTemplate jdbc, String committee, String kind, String topic, @Nullable Integer days) {
    UUID appeal = UUID.randomUUID();
    cases++;
    jdbc.update(
        """
        insert into appeal_case (appeal_id, version, idx, status, number, committee, registered_at,
          due_at, due_explanation_ru, due_explanation_en, body_digest)
        values (?, 3, 0, ?, ?, ?, '2026-03-02T12:00:00+03', '2026-04-01T12:00:00+03', '', '', '')
        """,
        appeal,
        days == null ? "TAKEN_UP" : "ANSWERED",
        "N-" + cases,
        committee);
    jdbc.update(
        "insert into appeal_content values (?, ?::json)",
        appeal,
        "{\"kind\":\"%s\",\"subject\":\"Лифт\",\"applicant\":{\"name\":\"Иванов\"}}"
            .formatted(kind));
    JsonMapper json = JsonMapper.shared();
    event(jdbc, appeal, 1, "Registered", 0, Map.of("content", Map.of("kind", kind)), json);
    event(
        jdbc,
        appeal,
        2,
        "Routed",
        0,
        Map.of("route", Map.of("basis", Map.of("topics", List.of(Map.of("topic", topic))))),
        json);
    if (days != null) {
      event(jdbc, appeal, 3, "Answered", days, Map.of(), json);
    }
  }

  private static void event(
      JdbcTemplate jdbc,
      UUID appeal,
      int version,
      String type,
      int days,
      Map<String, ?> facts,
      JsonMapper json) {
    jdbc.update(
        """
        insert into case_event (appeal_id, version, idx, type, at, facts)
        values (?, ?, 0, ?, '2026-03-02T12:00:00+03'::timestamptz + make_interval(days => ?), ?::json)
        """,
        appeal,
        version,
        type,
        days,
        json.writeValueAsString(facts));
  }
}
