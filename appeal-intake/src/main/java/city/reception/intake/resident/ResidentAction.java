package city.reception.intake.resident;

import city.reception.events.AppealId;
import city.reception.events.ContactErasureRequested;
import city.reception.events.IntakeEvent;
import city.reception.events.Limits;
import city.reception.events.WithdrawalRequested;
import city.reception.intake.problem.FieldErrors;
import city.reception.intake.web.JsonFields;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a resident asks for.
 *
 * @param reason why, in the resident's words; for a withdrawal only
 */
record ResidentAction(Type type, @Nullable String reason) {

  /** The acts there are. */
  enum Type {
    WITHDRAW,
    ERASE_CONTACT
  }

  /** Reads it; empty, with the reasons among the errors, when anything is wrong. */
  static Optional<ResidentAction> read(JsonFields body, FieldErrors errors) {
    Type type = body.choice("type", Type.class);
    String reason = body.text("reason", Limits.REASON, false);
    if (type == Type.ERASE_CONTACT && reason != null) {
      body.wrong(
          "reason", "unknown", "goes with WITHDRAW only", "указывается только вместе с WITHDRAW");
    }
    body.end();
    return type == null || !errors.isEmpty()
        ? Optional.empty()
        : Optional.of(new ResidentAction(type, reason));
  }

  IntakeEvent event(AppealId appeal, Instant now) {
    return switch (type) {
      case WITHDRAW -> new WithdrawalRequested(appeal, reason, now);
      case ERASE_CONTACT -> new ContactErasureRequested(appeal, now);
    };
  }
}
