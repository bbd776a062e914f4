package city.reception.router.lifecycle;

import static city.reception.router.lifecycle.TestRules.CALENDAR;
import static city.reception.router.lifecycle.TestRules.DEADLINES;
import static city.reception.router.lifecycle.TestRules.OF_2006;
import static city.reception.router.lifecycle.TestRules.OF_2030;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.events.CaseTimer;
import city.reception.events.LocalizedText;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The terms of 59-FZ, counted in Moscow's days. */
class DeadlinesTest {

  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  @Provide
  Arbitrary<Instant> times() {
    return Lives.times();
  }

  @Test
  void anAnswerIsDueThirtyDaysAfterTheRegistrationAtTheSameTimeOfTheDay() {
    assertThat(due("2026-11-18T09:30:00.123Z")).isEqualTo("2026-12-18T09:30:00.123Z");
    assertThat(due("2026-12-15T20:59:59Z")).isEqualTo("2027-01-14T20:59:59Z");
    assertThat(due("2028-02-15T12:00:00Z")).isEqualTo("2028-03-16T12:00:00Z");
  }

  @Test
  void aDeadlineOnADayOffIsTheWorkingDayBeforeUnlessTheRulesSayOtherwise() {
    String sunday = "2026-11-20T09:30:00Z"; // 20.12.2026

    assertThat(due(sunday)).isEqualTo("2026-12-18T09:30:00Z");
    assertThat(due(TestRules.with(NonWorkingDay.LATER), sunday)).isEqualTo("2026-12-21T09:30:00Z");
    assertThat(due(TestRules.with(NonWorkingDay.AS_IS), sunday)).isEqualTo("2026-12-20T09:30:00Z");
  }

  @Test
  void aTransferWinsOverTheWeekAndAHolidayIsADayOff() {
    assertThat(due("2026-11-26T09:30:00Z"))
        .as("a working Saturday")
        .isEqualTo("2026-12-26T09:30:00Z");
    assertThat(due("2026-12-01T09:30:00Z")).as("a Thursday off").isEqualTo("2026-12-30T09:30:00Z");
    assertThat(due("2026-12-08T09:30:00Z")).as("Christmas").isEqualTo("2027-01-06T09:30:00Z");
  }

  @Property
  void aDeadlineIsAWorkingDayNeverLaterThanTheTermAndAtTheSameTimeOfTheDay(
      @ForAll("times") Instant registered) {
    RuleSet rules = DEADLINES.inForceAt(registered);
    Instant due = DEADLINES.answer(rules, registered).at();

    assertThat(CALENDAR.dayOff(day(due))).isEmpty();
    assertThat(ChronoUnit.DAYS.between(day(registered), day(due)))
        .isBetween(rules.answer().days() - 4L, (long) rules.answer().days());
    assertThat(LocalTime.ofInstant(due, MOSCOW)).isEqualTo(LocalTime.ofInstant(registered, MOSCOW));
    assertThat(DEADLINES.registrationYear(registered)).isEqualTo(day(registered).getYear());
  }

  @Test
  void aCaseComesUnderTheRulesOfTheDayInMoscowOnWhichItIsRegistered() {
    assertThat(DEADLINES.inForceAt(Instant.parse("2029-12-31T20:59:59Z"))).isEqualTo(OF_2006);
    assertThat(DEADLINES.inForceAt(Instant.parse("2029-12-31T21:00:00Z"))).isEqualTo(OF_2030);
    assertThat(DEADLINES.inForceAt(Instant.EPOCH)).as("none was in force").isEqualTo(OF_2006);
    assertThat(DEADLINES.of("59-fz.2030")).isEqualTo(OF_2030);
  }

  @Test
  void remindersComeSevenThreeAndOneDaysBeforeAtTheDeadlineAndADayAfter() {
    Instant due = Instant.parse("2026-12-18T09:30:00Z");

    assertThat(OF_2006.reminders())
        .extracting(timer -> DEADLINES.timeOf(timer, due).toString())
        .containsExactly(
            "2026-12-11T09:30:00Z",
            "2026-12-15T09:30:00Z",
            "2026-12-17T09:30:00Z",
            "2026-12-18T09:30:00Z",
            "2026-12-19T09:30:00Z");
  }

  @Test
  void aReminderWhoseTimeHasPassedIsLeftOutButNeverThatTheAnswerIsOverdue() {
    Instant due = Instant.parse("2026-12-18T09:30:00Z");
    Instant evening = Instant.parse("2026-12-15T18:00:00Z");
    Instant longAfter = Instant.parse("2027-03-01T00:00:00Z");

    assertThat(DEADLINES.next(OF_2006, due, null, evening)).contains(CaseTimer.ANSWER_DUE_IN_1_DAY);
    assertThat(DEADLINES.next(OF_2006, due, CaseTimer.ANSWER_DUE_IN_7_DAYS, longAfter))
        .contains(CaseTimer.ANSWER_OVERDUE);
    assertThat(DEADLINES.next(OF_2006, due, CaseTimer.ANSWER_OVERDUE, longAfter)).isEmpty();
  }

  @Test
  void anAppealIsRegisteredLateAfterTheThirdDayFromItsReceiptInMoscow() {
    assertThat(isRegisteredLate("2026-11-16", "2026-11-19T20:59:59Z")).isFalse();
    assertThat(isRegisteredLate("2026-11-16", "2026-11-19T21:00:00Z")).as("the fourth").isTrue();
  }

  @Test
  void aThirdDayOffIsTheWorkingDayBeforeButATermWithoutAWorkingDayEndsWithTheOneAfter() {
    // Thursday to Sunday.
    assertThat(isRegisteredLate("2026-11-19", "2026-11-20T20:59:59Z")).isFalse();
    assertThat(isRegisteredLate("2026-11-19", "2026-11-20T21:00:00Z")).isTrue();
    // Christmas to Sunday, with a day off by decree between.
    WorkCalendar longHoliday =
        new WorkCalendar(
            MOSCOW,
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            Map.of(MonthDay.of(1, 7), new LocalizedText("Рождество", "Christmas")),
            Map.of(LocalDate.of(2027, 1, 8), false));
    Deadlines deadlines = new Deadlines(longHoliday, List.of(OF_2006));
    LocalDate christmas = LocalDate.of(2027, 1, 7);
    assertThat(
            deadlines.isRegisteredLate(OF_2006, christmas, Instant.parse("2027-01-11T20:59:59Z")))
        .isFalse();
    assertThat(
            deadlines.isRegisteredLate(OF_2006, christmas, Instant.parse("2027-01-11T21:00:00Z")))
        .isTrue();
  }

  @Test
  void theExplanationNamesTheFactsTheTermTheArticleAndTheDayOffInBothLanguages() {
    var plain = DEADLINES.answer(OF_2006, Instant.parse("2026-11-18T21:30:00Z")).explanation();
    var moved = DEADLINES.answer(OF_2006, Instant.parse("2026-11-20T09:30:00Z")).explanation();

    assertThat(plain.ru())
        .isEqualTo(
            "Ответ должен быть дан до 18.12.2026: 30 дней со дня регистрации 19.11.2026 (59-ФЗ,"
                + " статья 12, часть 1); 19.12.2026 — нерабочий день (суббота), поэтому срок —"
                + " предыдущий рабочий день.");
    assertThat(moved.en())
        .isEqualTo(
            "An answer is due by 18.12.2026: 30 days from the registration on 20.11.2026 (59-FZ,"
                + " article 12.1); 20.12.2026 is not a working day (Sunday), hence the working day"
                + " before.");
    assertThat(DEADLINES.answer(OF_2006, Instant.parse("2026-11-18T09:30:00Z")).explanation().en())
        .isEqualTo(
            "An answer is due by 18.12.2026: 30 days from the registration on 18.11.2026 (59-FZ,"
                + " article 12.1).");
  }

  @Test
  void rulesThatContradictThemselvesAreRefused() {
    assertThatThrownBy(() -> new Deadlines(CALENDAR, List.of())).hasMessage("there is no rule set");
    assertThatThrownBy(() -> new Deadlines(CALENDAR, List.of(OF_2006, OF_2006)))
        .hasMessageContaining("the same id or the same first day");
    assertThatThrownBy(
            () -> new WorkCalendar(MOSCOW, Set.of(DayOfWeek.values()), Map.of(), Map.of()))
        .hasMessageContaining("a week without a working day");
  }

  private static Instant due(String registered) {
    return due(OF_2006, registered);
  }

  private static Instant due(RuleSet rules, String registered) {
    return DEADLINES.answer(rules, Instant.parse(registered)).at();
  }

  private static boolean isRegisteredLate(String receivedOn, String registered) {
    return DEADLINES.isRegisteredLate(
        OF_2006, LocalDate.parse(receivedOn), Instant.parse(registered));
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, MOSCOW);
  }
}
