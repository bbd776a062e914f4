package city.reception.intake.tracking;

import city.reception.events.AnswerGiven;
import city.reception.events.CaseAnswered;
import city.reception.events.CaseRedirected;
import city.reception.events.CaseRegistered;
import city.reception.events.CaseRouted;
import city.reception.events.CaseSummary;
import city.reception.events.CaseTakenUp;
import city.reception.events.CaseWithdrawn;
import city.reception.events.Reply;
import city.reception.events.StatusChanged;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a case, with the case as it stood after it.
 *
 * @param bodyDigest on a registration: which body was registered
 * @param answer on an answer: its text
 * @param answeredBy on an answer: who signed it
 */
public record TrackedEvent(
    Kind kind,
    CaseSummary summary,
    Instant at,
    @Nullable String bodyDigest,
    @Nullable String answer,
    @Nullable String answeredBy) {

  /** What happened. */
  enum Kind {
    REGISTERED,
    ROUTED,
    TAKEN_UP,
    REDIRECTED,
    ANSWERED,
    WITHDRAWN,
    /** The text of an answer; that the case is answered is told by {@link #ANSWERED}. */
    ANSWER_GIVEN
  }

  /** What a change of status tells. */
  public static TrackedEvent of(StatusChanged event) {
    return switch (event) {
      case CaseRegistered registered -> changed(Kind.REGISTERED, event, registered.bodyDigest());
      case CaseRouted _ -> changed(Kind.ROUTED, event, null);
      case CaseTakenUp _ -> changed(Kind.TAKEN_UP, event, null);
      case CaseRedirected _ -> changed(Kind.REDIRECTED, event, null);
      case CaseAnswered _ -> changed(Kind.ANSWERED, event, null);
      case CaseWithdrawn _ -> changed(Kind.WITHDRAWN, event, null);
    };
  }

  /** What a reply tells. */
  public static TrackedEvent of(Reply event) {
    return switch (event) {
      case AnswerGiven answer ->
          new TrackedEvent(
              Kind.ANSWER_GIVEN,
              answer.summary(),
              answer.at(),
              null,
              answer.text(),
              answer.answeredBy());
    };
  }

  private static TrackedEvent changed(Kind kind, StatusChanged event, @Nullable String bodyDigest) {
    return new TrackedEvent(kind, event.summary(), event.at(), bodyDigest, null, null);
  }
}
