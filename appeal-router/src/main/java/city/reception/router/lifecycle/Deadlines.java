package city.reception.router.lifecycle;

import city.reception.events.LocalizedText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The terms of the law, and how days are counted.
 *
 * @param zone whose days count
 * @param answerDays days from registration within which an answer is due (59-FZ, article 12.1: 30)
 * @param reminder how long before that the committee is reminded
 */
public record Deadlines(ZoneId zone, int answerDays, Duration reminder) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

  /** Federal Law 59-FZ, in Moscow, with a reminder three days before. */
  public static final Deadlines OF_59_FZ =
      new Deadlines(ZoneId.of("Europe/Moscow"), 30, Duration.ofDays(3));

  /** When the answer to an appeal registered at that moment is due. */
  public Instant answerDue(Instant registeredAt) {
    return registeredAt.atZone(zone).plusDays(answerDays).toInstant();
  }

  /** Why it is due then. */
  public LocalizedText explainAnswerDue(Instant registeredAt) {
    ZonedDateTime registered = registeredAt.atZone(zone);
    String from = DAY.format(registered);
    String until = DAY.format(registered.plusDays(answerDays));
    return new LocalizedText(
        "Ответ должен быть дан до %s: %d дней со дня регистрации %s (59-ФЗ, статья 12, часть 1)."
            .formatted(until, answerDays, from),
        "An answer is due by %s: %d days from the registration on %s (59-FZ, article 12.1)."
            .formatted(until, answerDays, from));
  }

  /** When the committee is reminded. */
  public Instant reminderDue(Instant answerDue) {
    return answerDue.minus(reminder);
  }

  /** The year in whose sequence an appeal that came at that moment is numbered. */
  public int registrationYear(Instant at) {
    return at.atZone(zone).getYear();
  }
}
