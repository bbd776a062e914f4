package city.reception.router.lifecycle;

import city.reception.events.CaseTimer;
import city.reception.events.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The terms of the law, each from its day on, and how days are counted. Every deadline follows from
 * facts that never change: when a case was registered or opened again, and by how many days its
 * term was extended.
 */
public final class Deadlines {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

  private static final LocalizedText REGISTRATION =
      new LocalizedText("регистрации", "registration");
  private static final LocalizedText REOPENING =
      new LocalizedText("возобновления рассмотрения", "reopening");
  private static final LocalizedText REQUEST = new LocalizedText("запроса", "request");

  private final WorkCalendar calendar;
  private final List<RuleSet> ruleSets;

  /**
   * @throws IllegalArgumentException when there is no rule set, or two share an id or a first day
   */
  public Deadlines(WorkCalendar calendar, List<RuleSet> ruleSets) {
    this.calendar = calendar;
    this.ruleSets = ruleSets.stream().sorted(Comparator.comparing(RuleSet::inForceFrom)).toList();
    if (ruleSets.isEmpty()) {
      throw new IllegalArgumentException("there is no rule set");
    }
    Set<Object> seen = new HashSet<>();
    for (RuleSet rules : ruleSets) {
      if (!seen.add(rules.id()) || !seen.add(rules.inForceFrom())) {
        throw new IllegalArgumentException(
            rules.id() + ": another rule set has the same id or the same first day");
      }
    }
  }

  /** On which days people work. */
  public WorkCalendar calendar() {
    return calendar;
  }

  /** All rule sets, the oldest first. */
  public List<RuleSet> ruleSets() {
    return ruleSets;
  }

  /**
   * The rules for a case registered at that moment: the latest set then in force, or the oldest
   * when none was.
   */
  public RuleSet inForceAt(Instant registeredAt) {
    LocalDate day = LocalDate.ofInstant(registeredAt, calendar.zone());
    return ruleSets.stream()
        .filter(rules -> !rules.inForceFrom().isAfter(day))
        .reduce((older, newer) -> newer)
        .orElse(ruleSets.getFirst());
  }

  /** The rules of a case. The router does not start when its ledger names a set that it lacks. */
  public RuleSet of(String id) {
    return ruleSets.stream()
        .filter(rules -> rules.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no rule set " + id));
  }

  /** When the answer to an appeal registered at that moment is due, and why. */
  public Deadline answer(RuleSet rules, Instant registeredAt) {
    return answer(rules, days(rules.answer(), registeredAt, REGISTRATION), registeredAt, 0);
  }

  /** When the answer is due after the case was opened again at that moment, and why. */
  public Deadline reopened(RuleSet rules, Instant reopenedAt) {
    return answer(rules, days(rules.answer(), reopenedAt, REOPENING), reopenedAt, 0);
  }

  /**
   * When the answer is due after an extension by that many days, counted from the last day of the
   * term, and why.
   *
   * @param from when the term began to run
   * @param reopened whether that was when the case was opened again, and not registered
   */
  public Deadline extended(RuleSet rules, Instant from, boolean reopened, int days) {
    LocalizedText article = rules.extension().article();
    LocalizedText term = days(rules.answer(), from, reopened ? REOPENING : REGISTRATION);
    return answer(
        rules,
        new LocalizedText(
            "%s, продлено на %d (%s)".formatted(term.ru(), days, article.ru()),
            "%s, extended by %d (%s)".formatted(term.en(), days, article.en())),
        from,
        days);
  }

  /** When a body must reply to a request made at that moment, and why. */
  public Deadline request(RuleSet rules, Instant askedAt) {
    ZonedDateTime end = askedAt.atZone(calendar.zone()).plusDays(rules.request().days());
    return due(
        rules,
        end,
        new LocalizedText("Ответ на запрос ожидается до", "A reply is due by"),
        days(rules.request(), askedAt, REQUEST));
  }

  /**
   * Whether {@code now} is later than so many days from {@code from}.
   *
   * @param from when the term began to run
   */
  public boolean isLate(RuleSet rules, Instant from, int days, Instant now) {
    return isLate(rules, LocalDate.ofInstant(from, calendar.zone()), days, now);
  }

  /** Whether an appeal that came in on that day is registered after the term. */
  public boolean isRegisteredLate(RuleSet rules, LocalDate receivedOn, Instant registeredAt) {
    return isLate(rules, receivedOn, rules.register().days(), registeredAt);
  }

  private boolean isLate(RuleSet rules, LocalDate from, int days, Instant now) {
    LocalDate last = from.plusDays(days);
    LocalDate due = calendar.due(last, rules.onNonWorkingDay());
    if (due.isBefore(from)) {
      due = calendar.due(last, NonWorkingDay.LATER); // Nobody worked on any day of the term.
    }
    // To the end of the day: the law counts days.
    return !now.isBefore(due.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
  }

  /** Until when the resident can have a case opened again that was answered at that moment. */
  public Instant reopenableUntil(RuleSet rules, Instant answeredAt) {
    return answeredAt.atZone(calendar.zone()).plusDays(rules.reopenDays()).toInstant();
  }

  /** When the time of {@code timer} comes for a case that is due at {@code dueAt}. */
  public Instant timeOf(CaseTimer timer, Instant dueAt) {
    return dueAt.atZone(calendar.zone()).plusDays(timer.daysAfterDeadline()).toInstant();
  }

  /**
   * What a case that is due at {@code dueAt} waits for next: the first reminder whose time comes
   * after {@code now}. That the answer is overdue is never passed over.
   *
   * @param last of what it was reminded last; null for nothing yet
   */
  public Optional<CaseTimer> next(
      RuleSet rules, Instant dueAt, @Nullable CaseTimer last, Instant now) {
    return rules.reminders().stream()
        .filter(timer -> last == null || timer.compareTo(last) > 0)
        .filter(timer -> timer == CaseTimer.ANSWER_OVERDUE || timeOf(timer, dueAt).isAfter(now))
        .findFirst();
  }

  /** The year in whose sequence an appeal that came at that moment is numbered. */
  public int registrationYear(Instant at) {
    return at.atZone(calendar.zone()).getYear();
  }

  private Deadline answer(RuleSet rules, LocalizedText term, Instant from, int extendedBy) {
    return due(
        rules,
        from.atZone(calendar.zone()).plusDays(rules.answer().days() + extendedBy),
        new LocalizedText("Ответ должен быть дан до", "An answer is due by"),
        term);
  }

  private LocalizedText days(Term term, Instant from, LocalizedText fact) {
    String day = DAY.format(from.atZone(calendar.zone()));
    return new LocalizedText(
        "%d дней со дня %s %s (%s)".formatted(term.days(), fact.ru(), day, term.article().ru()),
        "%d days from the %s on %s (%s)"
            .formatted(term.days(), fact.en(), day, term.article().en()));
  }

  private Deadline due(RuleSet rules, ZonedDateTime end, LocalizedText what, LocalizedText term) {
    LocalDate last = end.toLocalDate();
    LocalDate due = calendar.due(last, rules.onNonWorkingDay());
    return new Deadline(
        end.with(due).toInstant(),
        new LocalizedText(
            "%s %s: %s%s.".formatted(what.ru(), DAY.format(due), term.ru(), moved(last, due).ru()),
            "%s %s: %s%s."
                .formatted(what.en(), DAY.format(due), term.en(), moved(last, due).en())));
  }

  /** Why a deadline is not due on the last day of its term. */
  private LocalizedText moved(LocalDate last, LocalDate due) {
    if (last.equals(due)) {
      return new LocalizedText("", "");
    }
    LocalizedText why = calendar.dayOff(last).orElseThrow();
    boolean earlier = due.isBefore(last);
    return new LocalizedText(
        "; %s — нерабочий день (%s), поэтому срок — %s рабочий день"
            .formatted(DAY.format(last), why.ru(), earlier ? "предыдущий" : "следующий"),
        "; %s is not a working day (%s), hence the working day %s"
            .formatted(DAY.format(last), why.en(), earlier ? "before" : "after"));
  }
}
