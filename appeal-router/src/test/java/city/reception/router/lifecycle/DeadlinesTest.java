package city.reception.router.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The terms of 59-FZ, counted in Moscow's days. */
class DeadlinesTest {

  private static final Deadlines DEADLINES = Deadlines.OF_59_FZ;
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  @Provide
  Arbitrary<Instant> times() {
    return Lives.times();
  }

  @Test
  void anAnswerIsDueThirtyDaysAfterTheRegistrationAtTheSameTimeOfTheDay() {
    assertThat(DEADLINES.answerDue(Instant.parse("2026-11-20T09:30:00.123Z")))
        .isEqualTo("2026-12-20T09:30:00.123Z");
    assertThat(DEADLINES.answerDue(Instant.parse("2026-12-15T20:59:59Z")))
        .isEqualTo("2027-01-14T20:59:59Z");
    assertThat(DEADLINES.answerDue(Instant.parse("2028-02-10T12:00:00Z")))
        .isEqualTo("2028-03-11T12:00:00Z");
  }

  @Property
  void theThirtyDaysAreDaysInMoscow(@ForAll("times") Instant registered) {
    Instant due = DEADLINES.answerDue(registered);

    assertThat(day(due)).isEqualTo(day(registered).plusDays(30));
    assertThat(LocalTime.ofInstant(due, MOSCOW)).isEqualTo(LocalTime.ofInstant(registered, MOSCOW));
    assertThat(DEADLINES.reminderDue(due)).isEqualTo(due.minus(Duration.ofDays(3)));
    assertThat(DEADLINES.registrationYear(registered)).isEqualTo(day(registered).getYear());
  }

  @Test
  void theDaysOfAPlaceThatChangesItsClocksAreCountedByItsCalendar() {
    Deadlines berlin = new Deadlines(ZoneId.of("Europe/Berlin"), 30, Duration.ofDays(3));

    assertThat(berlin.answerDue(Instant.parse("2026-10-10T10:00:00Z")))
        .isEqualTo("2026-11-09T11:00:00Z");
  }

  @Test
  void theYearIsMoscowsYear() {
    assertThat(DEADLINES.registrationYear(Instant.parse("2026-12-31T20:59:59.999Z")))
        .isEqualTo(2026);
    assertThat(DEADLINES.registrationYear(Instant.parse("2026-12-31T21:00:00Z"))).isEqualTo(2027);
    assertThat(DEADLINES.registrationYear(Instant.parse("2026-12-31T21:30:00Z"))).isEqualTo(2027);
  }

  @Test
  void theExplanationNamesTheFactsTheTermAndTheArticleInBothLanguages() {
    var explanation = DEADLINES.explainAnswerDue(Instant.parse("2026-11-20T21:30:00Z"));

    assertThat(explanation.ru())
        .isEqualTo(
            "Ответ должен быть дан до 21.12.2026: 30 дней со дня регистрации 21.11.2026 (59-ФЗ,"
                + " статья 12, часть 1).");
    assertThat(explanation.en())
        .isEqualTo(
            "An answer is due by 21.12.2026: 30 days from the registration on 21.11.2026 (59-FZ,"
                + " article 12.1).");
  }

  @Property
  void theExplanationSpeaksOfTheDayOnWhichTheAnswerIsDue(@ForAll("times") Instant registered) {
    LocalDate due = day(DEADLINES.answerDue(registered));

    assertThat(DEADLINES.explainAnswerDue(registered).ru())
        .contains(
            "%02d.%02d.%d".formatted(due.getDayOfMonth(), due.getMonthValue(), due.getYear()));
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, MOSCOW);
  }
}
