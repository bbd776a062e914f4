package city.reception.intake.resident;

import static java.util.stream.Collectors.joining;

import city.reception.events.AnswerRated;
import city.reception.events.AppealId;
import city.reception.events.ClarificationGiven;
import city.reception.events.ContactErasureRequested;
import city.reception.events.EventId;
import city.reception.events.IntakeEvent;
import city.reception.events.Limits;
import city.reception.events.ReopeningRequested;
import city.reception.events.WithdrawalRequested;
import city.reception.intake.problem.FieldErrors;
import city.reception.intake.submission.IdempotencyKey;
import city.reception.intake.web.JsonFields;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a resident asks for.
 *
 * @param words the resident's own: why, on a withdrawal or a reopening; what was meant, on a
 *     clarification; a comment, on a rating
 * @param score on a rating
 */
record ResidentAction(Type type, @Nullable String words, @Nullable Integer score) {

  /** The acts there are. */
  enum Type {
    WITHDRAW,
    ERASE_CONTACT,
    CLARIFY,
    RATE,
    REOPEN
  }

  /** Reads it; empty, with the reasons among the errors, when anything is wrong. */
  static Optional<ResidentAction> read(JsonFields body, FieldErrors errors) {
    Type type = body.choice("type", Type.class, true);
    String reason = body.text("reason", Limits.REASON, type == Type.REOPEN);
    String text = body.text("text", Limits.TEXT, type == Type.CLARIFY);
    Integer score = body.integer("score", Limits.SCORE_LEAST, Limits.SCORE_MOST, type == Type.RATE);
    String comment = body.text("comment", Limits.REASON, false);
    refuseOthers(type, EnumSet.of(Type.WITHDRAW, Type.REOPEN), "reason", reason, body);
    refuseOthers(type, EnumSet.of(Type.CLARIFY), "text", text, body);
    refuseOthers(type, EnumSet.of(Type.RATE), "score", score, body);
    refuseOthers(type, EnumSet.of(Type.RATE), "comment", comment, body);
    body.end();
    if (type == null || !errors.isEmpty()) {
      return Optional.empty();
    }
    String words =
        switch (type) {
          case WITHDRAW, REOPEN -> reason;
          case CLARIFY -> text;
          case RATE -> comment;
          case ERASE_CONTACT -> null;
        };
    return Optional.of(new ResidentAction(type, words, score));
  }

  private static void refuseOthers(
      @Nullable Type type,
      Set<Type> owners,
      String field,
      @Nullable Object value,
      JsonFields body) {
    if (value != null && type != null && !owners.contains(type)) {
      String names = owners.stream().map(Type::name).collect(joining(", "));
      body.wrong(
          field, "unknown", "goes with " + names + " only", "указывается только вместе с " + names);
    }
  }

  IntakeEvent event(AppealId appeal, Instant now) {
    return switch (type) {
      case WITHDRAW -> new WithdrawalRequested(appeal, words, now);
      case ERASE_CONTACT -> new ContactErasureRequested(appeal, now);
      case CLARIFY -> new ClarificationGiven(appeal, Objects.requireNonNull(words), now);
      case RATE -> new AnswerRated(appeal, Objects.requireNonNull(score), words, now);
      case REOPEN -> new ReopeningRequested(appeal, Objects.requireNonNull(words), now);
    };
  }

  /** A repeat of the same act under the same key is the same event. */
  EventId idUnder(IdempotencyKey key, AppealId appeal) {
    String said = Objects.requireNonNullElse(words, "");
    return EventId.derived(
        "resident-action",
        appeal.toString(),
        key.value(),
        type.name(),
        score == null ? said : score + " " + said);
  }
}
