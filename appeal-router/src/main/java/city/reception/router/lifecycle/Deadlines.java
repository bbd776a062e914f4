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
 * facts that never change: when a case was registered, and by how many days it was extended.
 */
public final class Deadlines {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

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
    ZonedDateTime registered = registeredAt.atZone(calendar.zone());
    Term term = rules.answer();
    String from = DAY.format(registered);
    return due(
        rules,
        registered.plusDays(term.days()),
        new LocalizedText(
            "%d дней со дня регистрации %s (%s)".formatted(term.days(), from, term.article().ru()),
            "%d days from the registration on %s (%s)"
                .formatted(term.days(), from, term.article().en())));
  }

  /**
   * When the answer is due after an extension by that many days, counted from the last day of the
   * term, and why.
   */
  public Deadline extended(RuleSet rules, Instant registeredAt, int days) {
    ZonedDateTime registered = registeredAt.atZone(calendar.zone());
    Term term = rules.answer();
    Term extension = rules.extension();
    String from = DAY.format(registered);
    return due(
        rules,
        registered.plusDays(term.days() + days),
        new LocalizedText(
            "%d дней со дня регистрации %s (%s), продлено на %d (%s)"
                .formatted(term.days(), from, term.article().ru(), days, extension.article().ru()),
            "%d days from the registration on %s (%s), extended by %d (%s)"
                .formatted(
                    term.days(), from, term.article().en(), days, extension.article().en())));
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

  private Deadline due(RuleSet rules, ZonedDateTime end, LocalizedText term) {
    LocalDate last = end.toLocalDate();
    LocalDate due = calendar.due(last, rules.onNonWorkingDay());
    return new Deadline(
        end.with(due).toInstant(),
        new LocalizedText(
            "Ответ должен быть дан до %s: %s%s."
                .formatted(DAY.format(due), term.ru(), moved(last, due).ru()),
            "An answer is due by %s: %s%s."
                .formatted(DAY.format(due), term.en(), moved(last, due).en())));
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
