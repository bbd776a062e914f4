package city.reception.router.lifecycle;

import city.reception.events.CaseTimer;
import city.reception.events.LocalizedText;
import city.reception.events.RefusalGround;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules for tests: the law of today, and an amendment that is in force from 2030. */
public final class TestRules {

  public static final WorkCalendar CALENDAR =
      new WorkCalendar(
          ZoneId.of("Europe/Moscow"),
          Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
          Map.of(MonthDay.of(1, 7), new LocalizedText("Рождество", "Christmas")),
          Map.of(
              LocalDate.of(2026, 12, 26), true, // a Saturday
              LocalDate.of(2026, 12, 31), false)); // a Thursday

  public static final RuleSet OF_2006 =
      answeredWithin("59-fz.2006", 2006, 30, UnidentifiedSender.NOTE);
  public static final RuleSet OF_2030 =
      answeredWithin("59-fz.2030", 2030, 20, UnidentifiedSender.RECEPTION);

  public static final Deadlines DEADLINES = new Deadlines(CALENDAR, List.of(OF_2030, OF_2006));

  private TestRules() {}

  /** The same with another policy for days off. */
  static RuleSet with(NonWorkingDay policy) {
    return new RuleSet(
        OF_2006.id(),
        OF_2006.inForceFrom(),
        policy,
        OF_2006.reminders(),
        OF_2006.redirectLimit(),
        OF_2006.answer(),
        OF_2006.extension());
  }

  private static RuleSet answeredWithin(
      String id, int year, int days, UnidentifiedSender unidentified) {
    return new RuleSet(
        id,
        LocalDate.of(year, 1, 1),
        NonWorkingDay.EARLIER,
        List.copyOf(EnumSet.range(CaseTimer.ANSWER_DUE_IN_7_DAYS, CaseTimer.ANSWER_OVERDUE)),
        2,
        new Term(days, new LocalizedText("59-ФЗ, статья 12, часть 1", "59-FZ, article 12.1")),
        new Term(30, new LocalizedText("59-ФЗ, статья 12, часть 2", "59-FZ, article 12.2")),
        RuleSet.REGISTER,
        RuleSet.FORWARD,
        RuleSet.SPLIT,
        RuleSet.REQUEST,
        30,
        unidentified,
        Map.of(
            RefusalGround.OBSCENE_OR_THREATENING, ground(null),
            RefusalGround.UNREADABLE, ground(7),
            RefusalGround.ALREADY_PUBLISHED, ground(7)));
  }

  private static Ground ground(@Nullable Integer days) {
    return new Ground(
        new LocalizedText("59-ФЗ, статья 11", "59-FZ, article 11"),
        days,
        new LocalizedText("Ответ не даётся", "There is no answer"));
  }
}
