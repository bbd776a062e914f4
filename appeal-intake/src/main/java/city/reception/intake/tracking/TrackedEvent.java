package city.reception.intake.tracking;

import city.reception.events.AnswerGiven;
import city.reception.events.AppealStatus;
import city.reception.events.CaseAnswered;
import city.reception.events.CaseClarificationAsked;
import city.reception.events.CaseClarified;
import city.reception.events.CaseCorrespondenceEnded;
import city.reception.events.CaseExtended;
import city.reception.events.CaseForwarded;
import city.reception.events.CaseInformationRequested;
import city.reception.events.CasePart;
import city.reception.events.CasePartEnded;
import city.reception.events.CaseRated;
import city.reception.events.CaseRedirected;
import city.reception.events.CaseRefused;
import city.reception.events.CaseRegistered;
import city.reception.events.CaseReopened;
import city.reception.events.CaseRequestReplied;
import city.reception.events.CaseRouted;
import city.reception.events.CaseSplit;
import city.reception.events.CaseSummary;
import city.reception.events.CaseTakenUp;
import city.reception.events.CaseWithdrawn;
import city.reception.events.CorrespondenceEndExplained;
import city.reception.events.ExtensionExplained;
import city.reception.events.ForwardExplained;
import city.reception.events.LocalizedText;
import city.reception.events.NoticeKind;
import city.reception.events.PartAnswerGiven;
import city.reception.events.QuestionAsked;
import city.reception.events.RefusalExplained;
import city.reception.events.Reply;
import city.reception.events.SplitExplained;
import city.reception.events.StatusChanged;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a case, with the case as it stood after it.
 *
 * @param bodyDigest on a registration: which body was registered
 * @param answer on a text to the resident: the text, in the words of whoever wrote it
 * @param answeredBy who signed it
 * @param details on a text to the resident: what there is beside its words
 */
public record TrackedEvent(
    Kind kind,
    CaseSummary summary,
    Instant at,
    @Nullable String bodyDigest,
    @Nullable String answer,
    @Nullable String answeredBy,
    @Nullable Details details) {

  /**
   * What a text to the resident has beside its words.
   *
   * @param toBody where the appeal was forwarded
   * @param parts the parts into which it was split
   * @param part the part that has ended
   * @param outcome how that ended
   * @param explanation what the ground means by which there is no answer, or what became of a part
   * @param publishedAt where an answer is published already
   */
  record Details(
      @Nullable String toBody,
      @Nullable List<CasePart> parts,
      @Nullable CasePart part,
      @Nullable AppealStatus outcome,
      @Nullable LocalizedText explanation,
      @Nullable String publishedAt) {

    private static Details to(String body) {
      return new Details(body, null, null, null, null, null);
    }

    private static Details of(List<CasePart> parts) {
      return new Details(null, parts, null, null, null, null);
    }
  }

  /** What happened. */
  enum Kind {
    REGISTERED,
    ROUTED,
    TAKEN_UP,
    REDIRECTED,
    EXTENDED,
    ANSWERED,
    WITHDRAWN,
    FORWARDED,
    SPLIT,
    PART_ENDED,
    CLARIFICATION_ASKED,
    CLARIFIED,
    REFUSED,
    CORRESPONDENCE_ENDED,
    RATED,
    REOPENED,
    INFORMATION_REQUESTED,
    REQUEST_REPLIED,
    /** The text of an answer; that the case is answered is told by {@link #ANSWERED}. */
    ANSWER_GIVEN,
    /** Why a term was extended; that it was is told by {@link #EXTENDED}. */
    EXTENSION_EXPLAINED,
    /** Where it was forwarded and why. */
    FORWARD_EXPLAINED,
    /** Into what parts it was split and why. */
    SPLIT_EXPLAINED,
    /** The answer to a part, or what was written instead. */
    PART_ANSWER_GIVEN,
    /** What the committee asks. */
    QUESTION_ASKED,
    /** Why there is no answer on the substance. */
    REFUSAL_EXPLAINED,
    /** Why the correspondence was ended. */
    CORRESPONDENCE_END_EXPLAINED;

    /** Whether it is a text to the resident, which belongs to a step and is none itself. */
    boolean isText() {
      return compareTo(ANSWER_GIVEN) >= 0;
    }

    /** What says more of a step of this kind, where it is told on the way. */
    Optional<Kind> text() {
      return switch (this) {
        case EXTENDED -> Optional.of(EXTENSION_EXPLAINED);
        case FORWARDED -> Optional.of(FORWARD_EXPLAINED);
        case SPLIT -> Optional.of(SPLIT_EXPLAINED);
        case PART_ENDED -> Optional.of(PART_ANSWER_GIVEN);
        case CLARIFICATION_ASKED -> Optional.of(QUESTION_ASKED);
        case REFUSED -> Optional.of(REFUSAL_EXPLAINED);
        case CORRESPONDENCE_ENDED -> Optional.of(CORRESPONDENCE_END_EXPLAINED);
        case REGISTERED, ROUTED, TAKEN_UP, REDIRECTED, ANSWERED, WITHDRAWN -> Optional.empty();
        case CLARIFIED, RATED, REOPENED, INFORMATION_REQUESTED, REQUEST_REPLIED -> Optional.empty();
        case ANSWER_GIVEN,
            EXTENSION_EXPLAINED,
            FORWARD_EXPLAINED,
            SPLIT_EXPLAINED,
            PART_ANSWER_GIVEN,
            QUESTION_ASKED,
            REFUSAL_EXPLAINED,
            CORRESPONDENCE_END_EXPLAINED ->
            Optional.empty();
      };
    }

    /** Whether a notice of that kind tells of a step of this one. */
    boolean isToldBy(NoticeKind notice) {
      return switch (notice) {
        case REGISTERED -> this == REGISTERED;
        case ROUTED -> this == ROUTED;
        case REGISTERED_AND_ROUTED -> this == REGISTERED || this == ROUTED;
        case EXTENDED -> this == EXTENDED;
        case ANSWERED -> this == ANSWERED;
        case FORWARDED -> this == FORWARDED;
        case SPLIT -> this == SPLIT;
        case REFUSED -> this == REFUSED;
        case CORRESPONDENCE_ENDED -> this == CORRESPONDENCE_ENDED;
        // These may come more than once, and a notice does not say which time it tells of.
        case REDIRECTED, PART_ANSWERED, CLARIFICATION_ASKED, REOPENED -> false;
      };
    }
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
      case CaseForwarded _ -> changed(Kind.FORWARDED, event, null);
      case CaseSplit _ -> changed(Kind.SPLIT, event, null);
      case CasePartEnded _ -> changed(Kind.PART_ENDED, event, null);
      case CaseClarificationAsked _ -> changed(Kind.CLARIFICATION_ASKED, event, null);
      case CaseClarified _ -> changed(Kind.CLARIFIED, event, null);
      case CaseRefused _ -> changed(Kind.REFUSED, event, null);
      case CaseCorrespondenceEnded _ -> changed(Kind.CORRESPONDENCE_ENDED, event, null);
      case CaseRated _ -> changed(Kind.RATED, event, null);
      case CaseReopened _ -> changed(Kind.REOPENED, event, null);
      case CaseInformationRequested _ -> changed(Kind.INFORMATION_REQUESTED, event, null);
      case CaseRequestReplied _ -> changed(Kind.REQUEST_REPLIED, event, null);
    };
  }

  /** What a reply tells. */
  public static TrackedEvent of(Reply event) {
    return switch (event) {
      case AnswerGiven answer ->
          said(Kind.ANSWER_GIVEN, event, answer.text(), answer.answeredBy(), null);
      case ExtensionExplained extension ->
          said(Kind.EXTENSION_EXPLAINED, event, extension.reason(), extension.extendedBy(), null);
      case ForwardExplained forward ->
          said(
              Kind.FORWARD_EXPLAINED,
              event,
              forward.reason(),
              forward.forwardedBy(),
              Details.to(forward.toBody()));
      case SplitExplained split ->
          said(
              Kind.SPLIT_EXPLAINED,
              event,
              split.reason(),
              split.splitBy(),
              Details.of(split.parts()));
      case PartAnswerGiven part ->
          said(
              Kind.PART_ANSWER_GIVEN,
              event,
              part.text(),
              part.answeredBy(),
              new Details(
                  null, null, part.part(), part.outcome(), part.explanation(), part.publishedAt()));
      case QuestionAsked question ->
          said(Kind.QUESTION_ASKED, event, question.question(), question.askedBy(), null);
      case RefusalExplained refusal ->
          said(
              Kind.REFUSAL_EXPLAINED,
              event,
              refusal.text(),
              refusal.refusedBy(),
              new Details(null, null, null, null, refusal.explanation(), refusal.publishedAt()));
      case CorrespondenceEndExplained end ->
          said(Kind.CORRESPONDENCE_END_EXPLAINED, event, end.reason(), end.endedBy(), null);
    };
  }

  private static TrackedEvent said(
      Kind kind, Reply event, @Nullable String text, String by, @Nullable Details details) {
    return new TrackedEvent(kind, event.summary(), event.at(), null, text, by, details);
  }

  private static TrackedEvent changed(Kind kind, StatusChanged event, @Nullable String bodyDigest) {
    return new TrackedEvent(kind, event.summary(), event.at(), bodyDigest, null, null, null);
  }
}
