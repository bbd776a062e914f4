package city.reception.notifications;

import city.reception.events.AnswerGiven;
import city.reception.events.AppealId;
import city.reception.events.AppealKind;
import city.reception.events.AppealReceived;
import city.reception.events.AppealStatus;
import city.reception.events.Applicant;
import city.reception.events.ApplicantType;
import city.reception.events.CaseAnswered;
import city.reception.events.CaseRedirected;
import city.reception.events.CaseRegistered;
import city.reception.events.CaseRouted;
import city.reception.events.CaseSummary;
import city.reception.events.CaseWithdrawn;
import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import city.reception.events.RegistrationNumber;
import city.reception.events.contact.Contact;
import city.reception.events.contact.ContactSeal;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** An appeal of a test, and the events of its life. */
public record AppealOfTest(
    AppealId id, RegistrationNumber number, @Nullable String email, String locale) {

  public static final CommitteeId IT = new CommitteeId("entrepreneurship-innovation-it");
  public static final CommitteeId ECOLOGY = new CommitteeId("ecology");
  static final Instant REGISTERED_AT = Instant.parse("2026-11-20T09:00:00Z");
  // 00:30 of the 21st in Moscow.
  static final Instant DUE_AT = Instant.parse("2026-12-20T21:30:00Z");

  private static final AtomicLong NUMBERS = new AtomicLong();

  public static AppealOfTest anAppeal() {
    AppealId id = AppealId.of("test", UUID.randomUUID().toString());
    return new AppealOfTest(
        id,
        RegistrationNumber.of("МГД", 2026, NUMBERS.incrementAndGet()),
        id + "@example.org",
        "ru");
  }

  public AppealOfTest inEnglish() {
    return new AppealOfTest(id, number, email, "en-GB");
  }

  AppealOfTest mailing(@Nullable String address) {
    return new AppealOfTest(id, number, address, locale);
  }

  public String digest() {
    return "digest-of-" + id;
  }

  public String trackingCode() {
    return "code-of-" + id;
  }

  public Contact contact() {
    return new Contact(email, null, null, locale, trackingCode());
  }

  AppealReceived received(ContactSeal seal) {
    return new AppealReceived(
        id,
        "test",
        AppealKind.COMPLAINT,
        new Applicant(ApplicantType.PERSON, "Иванов Иван Иванович", null),
        null,
        "Ямы",
        "На дороге ямы.",
        null,
        null,
        REGISTERED_AT,
        seal.seal(id, contact()),
        null,
        null);
  }

  public CaseRegistered registered(boolean routedTogether) {
    return new CaseRegistered(
        summary(1, 0, AppealStatus.REGISTERED, null),
        REGISTERED_AT,
        digest(),
        routedTogether,
        null);
  }

  public CaseRouted routed(boolean registeredTogether) {
    int version = registeredTogether ? 1 : 2;
    return new CaseRouted(
        summary(version, registeredTogether ? 1 : 0, AppealStatus.ROUTED, IT),
        REGISTERED_AT,
        registeredTogether);
  }

  public CaseRedirected redirected(int version, CommitteeId from, CommitteeId to) {
    return new CaseRedirected(summary(version, 0, AppealStatus.ROUTED, to), REGISTERED_AT, from);
  }

  public CaseAnswered answered(int version) {
    return new CaseAnswered(summary(version, 0, AppealStatus.ANSWERED, IT), REGISTERED_AT);
  }

  public AnswerGiven answerGiven(int version, String text) {
    return new AnswerGiven(
        summary(version, 1, AppealStatus.ANSWERED, IT), REGISTERED_AT, text, "Петрова П. П.");
  }

  public CaseWithdrawn withdrawn(int version) {
    return new CaseWithdrawn(summary(version, 0, AppealStatus.WITHDRAWN, IT), REGISTERED_AT);
  }

  public CaseSummary summary(
      int version, int index, AppealStatus status, @Nullable CommitteeId committee) {
    return new CaseSummary(
        id,
        version,
        index,
        status,
        number,
        committee,
        REGISTERED_AT,
        DUE_AT,
        new LocalizedText(
            "30 дней со дня регистрации (59-ФЗ, статья 12)",
            "30 days from registration (59-FZ, article 12)"));
  }
}
