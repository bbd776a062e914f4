package city.reception.intake;

import city.reception.events.AppealId;
import city.reception.events.AppealStatus;
import city.reception.events.CaseSummary;
import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import city.reception.events.RegistrationNumber;
import java.time.Instant;

/** What the router would say of a case. */
public final class Cases {

  public static final Instant REGISTERED_AT = Instant.parse("2026-11-20T09:00:00.123Z");

  private Cases() {}

  /** The summary of a case with the committee for entrepreneurship. */
  public static CaseSummary summary(AppealId appeal, int version, int index, AppealStatus status) {
    return new CaseSummary(
        appeal,
        version,
        index,
        status,
        new RegistrationNumber("МГД-2026-000123"),
        new CommitteeId("entrepreneurship-innovation-it"),
        REGISTERED_AT,
        REGISTERED_AT.plusSeconds(30 * 86_400),
        new LocalizedText("30 дней со дня регистрации.", "30 days from registration."));
  }

  /** A time after the registration. */
  public static Instant at(int minutes) {
    return REGISTERED_AT.plusSeconds(60L * minutes);
  }
}
