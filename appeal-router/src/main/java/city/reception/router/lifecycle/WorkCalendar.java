package city.reception.router.lifecycle;

import city.reception.events.LocalizedText;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * On which days people work. Where the three disagree, a transfer wins over a holiday and a holiday
 * over the days of the week.
 *
 * @param zone whose days they are
 * @param weekend the days of the week on which nobody works
 * @param holidays the holidays of every year, each with its name
 * @param transfers single days that were made working (true) or non-working (false)
 */
public record WorkCalendar(
    ZoneId zone,
    Set<DayOfWeek> weekend,
    Map<MonthDay, LocalizedText> holidays,
    Map<LocalDate, Boolean> transfers) {

  private static final Locale RUSSIAN = Locale.of("ru");
  private static final LocalizedText TRANSFERRED =
      new LocalizedText("перенесённый выходной", "a day off by transfer");

  public WorkCalendar {
    weekend = Set.copyOf(weekend);
    holidays = Map.copyOf(holidays);
    transfers = Map.copyOf(transfers);
    if (weekend.size() == DayOfWeek.values().length) {
      throw new IllegalArgumentException("a week without a working day has no deadlines");
    }
  }

  /** Why nobody works on {@code day}; nothing when people do. */
  public Optional<LocalizedText> dayOff(LocalDate day) {
    Boolean working = transfers.get(day);
    if (working != null) {
      return working ? Optional.empty() : Optional.of(TRANSFERRED);
    }
    LocalizedText holiday = holidays.get(MonthDay.from(day));
    if (holiday != null) {
      return Optional.of(holiday);
    }
    DayOfWeek weekday = day.getDayOfWeek();
    return weekend.contains(weekday)
        ? Optional.of(
            new LocalizedText(
                weekday.getDisplayName(TextStyle.FULL, RUSSIAN),
                weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
        : Optional.empty();
  }

  /** The day on which a deadline that falls on {@code day} is due. */
  public LocalDate due(LocalDate day, NonWorkingDay policy) {
    int step =
        switch (policy) {
          case EARLIER -> -1;
          case LATER -> 1;
          case AS_IS -> 0;
        };
    LocalDate due = day;
    while (step != 0 && dayOff(due).isPresent()) {
      due = due.plusDays(step);
    }
    return due;
  }
}
