package city.reception.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The resident asked to withdraw the appeal. */
public record WithdrawalRequested(AppealId appealId, @Nullable String reason, Instant requestedAt)
    implements IntakeEvent {

  public WithdrawalRequested {
    Texts.requireIfPresent("reason", reason, Limits.REASON);
  }
}
