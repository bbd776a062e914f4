package city.reception.router.statistics;

import static city.reception.router.lifecycle.CaseStory.anAppeal;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealId;
import city.reception.router.ledger.Erasure;
import city.reception.router.ledger.Journals;
import city.reception.router.ledger.LedgerDatabase;
import city.reception.router.statistics.Group.Dimension;
import city.reception.router.statistics.Statistics.Question;
import city.reception.router.statistics.Statistics.Row;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The counts of a set that was counted by hand. */
class StatisticsTest {

  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private static final LedgerDatabase database = new LedgerDatabase();
  private static final LocalDate MARCH_1 = LocalDate.parse("2026-03-01");
  private static final Question MARCH =
      new Question(MARCH_1, LocalDate.parse("2026-03-31"), Set.of());

  private final Statistics statistics = new Statistics(database.jdbc);
  private int number;

  @BeforeEach
  void empty() {
    database.empty();
    number = 0;
  }

  @Test
  void nothingComesOfNothing() {
    assertThat(statistics.counted(MARCH)).isEmpty();
  }

  @Test
  void everyOutcomeIsCountedOnce() {
    answered("health", 0, 10, "SATISFIED");
    answered("health", 0, 20, null);
    answered("health", 0, 30, "EXPLAINED");
    answered("health", 0, 31, "DECLINED");
    answered("education", 5, 7, "DECLINED");
    appeal("health", "COMPLAINT", "clinics", 3, "ROUTED");
    appeal("health", "COMPLAINT", "clinics", 3, "TAKEN_UP");
    appeal("health", "COMPLAINT", "clinics", 3, "SPLIT");
    appeal("health", "COMPLAINT", "clinics", 3, "CLARIFICATION_ASKED");
    appeal("health", "COMPLAINT", "clinics", 3, "FORWARDED");
    appeal("health", "COMPLAINT", "clinics", 3, "REFUSED");
    appeal("health", "COMPLAINT", "clinics", 3, "REFUSED");
    appeal("health", "COMPLAINT", "clinics", 3, "CORRESPONDENCE_ENDED");
    appeal("health", "COMPLAINT", "clinics", 3, "WITHDRAWN");

    // Days to the answers: 7, 10, 20, 30, 31; nine of ten lie within 30 + 0.6.
    assertThat(statistics.counted(MARCH))
        .containsExactly(
            new Row(
                new Group(YearMonth.parse("2026-03"), Map.of()),
                new Counts(
                    14L,
                    4L,
                    1L,
                    4L,
                    1L,
                    2L,
                    1L,
                    1L,
                    1L,
                    2L,
                    2L,
                    new BigDecimal("20.0"),
                    new BigDecimal("30.6"))));
  }

  @Test
  void groupsAreThoseAskedFor() {
    appeal("health", "COMPLAINT", "clinics", 0, "ROUTED");
    appeal("health", "PROPOSAL", "clinics", 0, "ROUTED");
    appeal("health", "PROPOSAL", null, 0, "ROUTED");
    appeal("education", "PROPOSAL", "schools", 40, "ROUTED");

    assertThat(received(Set.of(Dimension.COMMITTEE)))
        .containsExactly("2026-03 {COMMITTEE=health} 3", "2026-04 {COMMITTEE=education} 1");
    assertThat(received(Set.of(Dimension.TOPIC)))
        .containsExactly(
            "2026-03 {TOPIC=clinics} 2", "2026-03 {TOPIC=none} 1", "2026-04 {TOPIC=schools} 1");
    assertThat(received(Set.of(Dimension.KIND)))
        .containsExactly(
            "2026-03 {KIND=COMPLAINT} 1", "2026-03 {KIND=PROPOSAL} 2", "2026-04 {KIND=PROPOSAL} 1");
    assertThat(received(Set.of(Dimension.values()))).hasSize(4);
  }

  @Test
  void daysAndMonthsAreThoseOfMoscow() {
    // 22:30 in UTC on the last day of February is March in Moscow.
    UUID early = appeal("health", "COMPLAINT", "clinics", 0, "ROUTED");
    registeredAt(early, "2026-02-28T22:30:00Z");
    UUID tooEarly = appeal("health", "COMPLAINT", "clinics", 0, "ROUTED");
    registeredAt(tooEarly, "2026-02-28T20:30:00Z");
    UUID tooLate = appeal("health", "COMPLAINT", "clinics", 0, "ROUTED");
    registeredAt(tooLate, "2026-03-31T21:00:00Z");

    assertThat(statistics.counted(MARCH))
        .singleElement()
        .satisfies(row -> assertThat(row.counts().received()).isOne());
  }

  @Test
  void anExtendedTermCounts() {
    UUID extended = answered("health", 0, 45, null);
    database.jdbc.update(
        "update appeal_case set due_at = due_at + interval '30 days' where appeal_id = ?",
        extended);

    assertThat(statistics.counted(MARCH).getFirst().counts().answeredInTime()).isOne();
  }

  @Test
  void aReopenedCaseCountsByItsLastAnswerFromTheReopening() {
    UUID reopened = answered("health", 0, 10, "DECLINED");
    event(reopened, 4, "Reopened", at(20), "{}");
    event(reopened, 5, "Answered", at(33), "{\"result\":\"SATISFIED\"}");
    database.jdbc.update("update appeal_case set due_at = ? where appeal_id = ?", at(50), reopened);

    Counts counts = statistics.counted(MARCH).getFirst().counts();
    assertThat(counts.answeredInTime()).isOne();
    assertThat(counts.satisfied()).isOne();
    assertThat(counts.declined()).isZero();
    assertThat(counts.medianDays()).isEqualTo("13.0");
  }

  @Test
  void partsOfASplitAppealAreNotCounted() {
    appeal("health", "COMPLAINT", "clinics", 0, "SPLIT");
    UUID part = UUID.randomUUID();
    row(part, "education", 0, "ROUTED");
    event(
        part,
        1,
        "Registered",
        at(0),
        "{\"content\":{\"kind\":\"COMPLAINT\"},\"ties\":{\"parent\":\"%s\"}}".formatted(part));

    assertThat(statistics.counted(MARCH))
        .singleElement()
        .satisfies(row -> assertThat(row.counts().received()).isOne());
  }

  @Test
  void onlyWhatTellsOfNobodyIsPublished() {
    for (int i = 0; i < 6; i++) {
      answered("health", 0, 10 + i, "EXPLAINED");
      appeal("health", "COMPLAINT", "clinics", 0, "ROUTED");
    }
    for (int i = 0; i < 4; i++) {
      appeal("education", "COMPLAINT", "schools", 0, "ROUTED");
    }

    List<Row> published =
        statistics.published(
            new Question(MARCH_1, MARCH_1.plusDays(30), Set.of(Dimension.COMMITTEE)));

    assertThat(published)
        .singleElement()
        .satisfies(row -> {
          assertThat(row.group().values()).isEqualTo(Map.of(Dimension.COMMITTEE, "health"));
          assertThat(row.counts().received()).isEqualTo(12);
          // Nobody's was late, forwarded, refused or withdrawn, and that is withheld with the
          // smallest of the others, without which it would follow.
          assertThat(row.counts().answeredInTime()).isNull();
          assertThat(row.counts().open()).isEqualTo(6);
          assertThat(row.counts().answeredLate()).isNull();
          assertThat(row.counts().medianDays()).isEqualTo("12.5");
        });
  }

  /** As the router writes them, and after an erasure too. */
  @Test
  void casesOfTheRouterAreUnderstood() {
    AppealId appeal = new Journals(database).enter(anAppeal().registered().takenUp().answered());
    new Journals(database).enter(anAppeal().registered().withdrawn());
    Question november =
        new Question(
            LocalDate.parse("2026-11-01"),
            LocalDate.parse("2026-11-30"),
            Set.of(Dimension.values()));
    List<Row> before = statistics.counted(november);

    new Erasure(database.jdbc, database.transactions())
        .erase(new Erasure.Order(appeal, true, "Орлова", "по заявлению"));

    assertThat(before)
        .singleElement()
        .satisfies(row -> {
          assertThat(row.group().values())
              .isEqualTo(
                  Map.of(
                      Dimension.COMMITTEE, "education",
                      Dimension.KIND, "INITIATIVE",
                      Dimension.TOPIC, "schools"));
          assertThat(row.counts().received()).isEqualTo(2);
          assertThat(row.counts().answeredInTime()).isOne();
          assertThat(row.counts().satisfied()).isOne();
          assertThat(row.counts().withdrawn()).isOne();
        });
    assertThat(statistics.counted(november)).isEqualTo(before);
  }

  private List<String> received(Set<Dimension> by) {
    return statistics.counted(new Question(MARCH_1, LocalDate.parse("2026-04-30"), by)).stream()
        .map(row ->
            "%s %s %d"
                .formatted(row.group().month(), row.group().values(), row.counts().received()))
        .toList();
  }

  /** One that was answered {@code days} after its registration. */
  private UUID answered(String committee, int registered, int days, @Nullable String result) {
    UUID appeal = appeal(committee, "COMPLAINT", "clinics", registered, "ANSWERED");
    event(
        appeal,
        3,
        "Answered",
        at(registered + days),
        result == null ? "{}" : "{\"result\":\"%s\"}".formatted(result));
    return appeal;
  }

  private UUID appeal(
      String committee, String kind, @Nullable String topic, int registered, String status) {
    UUID appeal = UUID.randomUUID();
    row(appeal, committee, registered, status);
    event(
        appeal, 1, "Registered", at(registered), "{\"content\":{\"kind\":\"%s\"}}".formatted(kind));
    event(
        appeal,
        2,
        "Routed",
        at(registered),
        topic == null
            ? "{\"route\":{\"committee\":\"%s\"}}".formatted(committee)
            : "{\"route\":{\"basis\":{\"topics\":[{\"topic\":\"%s\"},{\"topic\":\"x\"}]}}}"
                .formatted(topic));
    return appeal;
  }

  private void row(UUID appeal, String committee, int registered, String status) {
    number++;
    database.jdbc.update(
        """
        insert into appeal_case (appeal_id, version, idx, status, number, committee, registered_at,
          due_at, due_explanation_ru, due_explanation_en, body_digest)
        values (?, 2, 0, ?, ?, ?, ?, ?, '', '', '')
        """,
        appeal,
        status,
        "N-" + number,
        committee,
        at(registered),
        at(registered + 30));
    database.jdbc.update("insert into appeal_content values (?, '{\"kind\":\"old\"}')", appeal);
  }

  private static void event(UUID appeal, int version, String type, Timestamp at, String facts) {
    database.jdbc.update(
        """
        insert into case_event (appeal_id, version, idx, type, at, facts)
        values (?, ?, 0, ?, ?, ?::json)
        """,
        appeal,
        version,
        type,
        at,
        facts);
  }

  private static void registeredAt(UUID appeal, String at) {
    database.jdbc.update(
        "update appeal_case set registered_at = ?::timestamptz where appeal_id = ?", at, appeal);
  }

  /** Noon of the day that is so many days after the first of March. */
  private static Timestamp at(int days) {
    return Timestamp.from(MARCH_1.plusDays(days).atTime(12, 0).atZone(MOSCOW).toInstant());
  }
}
