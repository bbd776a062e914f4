package city.reception.intake.tracking;

import city.reception.events.AnswerGiven;
import city.reception.events.CaseAnswered;
import city.reception.events.CaseExtended;
import city.reception.events.CaseRedirected;
import city.reception.events.CaseRegistered;
import city.reception.events.CaseRouted;
import city.reception.events.CaseSummary;
import city.reception.events.CaseTakenUp;
import city.reception.events.CaseWithdrawn;
import city.reception.events.ExtensionExplained;
import city.reception.events.Reply;
import city.reception.events.StatusChanged;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a case, with the case as it stood after it.
 *
 * @param bodyDigest on a registration: which body was registered
 * @param answer on an answer: its text; on the notice of an extension: the reason
 * @param answeredBy who signed either
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
    EXTENDED,
    ANSWERED,
    WITHDRAWN,
    /** The text of an answer; that the case is answered is told by {@link #ANSWERED}. */
    ANSWER_GIVEN,
    /** Why a term was extended; that it was is told by {@link #EXTENDED}. */
    EXTENSION_EXPLAINED
  }

  /** What a change of status tells. */
  public static TrackedEvent of(StatusChanged event) {
    return switch (event) {
      case CaseRegistered registered -> changed(Kind.REGISTERED, event, registered.bodyDigest());
      case CaseRouted _ -> changed(Kind.ROUTED, event, null);
      case CaseTakenUp _ -> changed(Kind.TAKEN_UP, event, null);
      case CaseRedirected _ -> changed(Kind.REDIRECTED, event, null);
      case CaseExtended _ -> changed(Kind.EXTENDED, event, null);
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
      case ExtensionExplained extension ->
          new TrackedEvent(
              Kind.EXTENSION_EXPLAINED,
              extension.summary(),
              extension.at(),
              null,
              extension.reason(),
              extension.extendedBy());
    };
  }

  private static TrackedEvent changed(Kind kind, StatusChanged event, @Nullable String bodyDigest) {
    return new TrackedEvent(kind, event.summary(), event.at(), bodyDigest, null, null);
  }
}
