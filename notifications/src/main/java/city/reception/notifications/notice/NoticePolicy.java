package city.reception.notifications.notice;

import city.reception.events.AnswerGiven;
import city.reception.events.CaseAnswered;
import city.reception.events.CaseClarificationAsked;
import city.reception.events.CaseClarified;
import city.reception.events.CaseCorrespondenceEnded;
import city.reception.events.CaseExtended;
import city.reception.events.CaseForwarded;
import city.reception.events.CaseInformationRequested;
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
import city.reception.events.EventId;
import city.reception.events.ExtensionExplained;
import city.reception.events.ForwardExplained;
import city.reception.events.NoticeDelivery.NoticeMedium;
import city.reception.events.NoticeKind;
import city.reception.events.PartAnswerGiven;
import city.reception.events.QuestionAsked;
import city.reception.events.RefusalExplained;
import city.reception.events.Reply;
import city.reception.events.SplitExplained;
import city.reception.events.StatusChanged;
import city.reception.notifications.notice.PlannedNotice.Answer;
import city.reception.notifications.notice.PlannedNotice.Details;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the resident is told of each event: 59-FZ, articles 8 and 10, ask for most of it. */
public final class NoticePolicy {

  private NoticePolicy() {}

  /** The notice of a change of status, where there is one. */
  public static Optional<PlannedNotice> of(EventId event, StatusChanged change) {
    if (change.summary().parent() != null) {
      return Optional.empty(); // The resident hears of a part through the whole.
    }
    return switch (change) {
      case CaseRegistered(var summary, var at, var digest, var routedTogether, var late) ->
          routedTogether ? Optional.empty() : notice(event, NoticeKind.REGISTERED, summary);
      case CaseRouted(var summary, var at, var registeredTogether) ->
          notice(
              event,
              registeredTogether ? NoticeKind.REGISTERED_AND_ROUTED : NoticeKind.ROUTED,
              summary);
      case CaseRedirected(var summary, var at, var from) ->
          notice(event, NoticeKind.REDIRECTED, summary);
      case CaseReopened(var summary, var at) -> notice(event, NoticeKind.REOPENED, summary);
      // The notices that carry a text follow from the reply.
      case CaseExtended _, CaseAnswered _, CaseForwarded _, CaseSplit _, CasePartEnded _ ->
          Optional.empty();
      case CaseClarificationAsked _, CaseRefused _, CaseCorrespondenceEnded _ -> Optional.empty();
      // The resident's own doing, and what a committee does within.
      case CaseClarified _, CaseRated _, CaseInformationRequested _, CaseRequestReplied _ ->
          Optional.empty();
      case CaseTakenUp(var summary, var at) -> Optional.empty();
      case CaseWithdrawn(var summary, var at) -> Optional.empty();
    };
  }

  /** The notice of a reply. */
  public static Optional<PlannedNotice> of(EventId event, Reply reply) {
    return switch (reply) {
      case AnswerGiven answer ->
          said(event, NoticeKind.ANSWERED, reply, answer.text(), answer.answeredBy(), null);
      case ExtensionExplained extension ->
          said(event, NoticeKind.EXTENDED, reply, extension.reason(), extension.extendedBy(), null);
      case ForwardExplained forward ->
          said(
              event,
              NoticeKind.FORWARDED,
              reply,
              forward.reason(),
              forward.forwardedBy(),
              Details.forwarded(forward.toBody()));
      case SplitExplained split ->
          said(
              event,
              NoticeKind.SPLIT,
              reply,
              split.reason(),
              split.splitBy(),
              Details.split(split.parts()));
      case PartAnswerGiven part ->
          said(
              event,
              NoticeKind.PART_ANSWERED,
              reply,
              part.text(),
              part.answeredBy(),
              new Details(null, null, part.part(), part.explanation(), part.publishedAt()));
      case QuestionAsked question ->
          said(
              event,
              NoticeKind.CLARIFICATION_ASKED,
              reply,
              question.question(),
              question.askedBy(),
              null);
      case RefusalExplained refusal ->
          said(
              event,
              NoticeKind.REFUSED,
              reply,
              refusal.text(),
              refusal.refusedBy(),
              new Details(null, null, null, refusal.explanation(), refusal.publishedAt()));
      case CorrespondenceEndExplained end ->
          said(event, NoticeKind.CORRESPONDENCE_ENDED, reply, end.reason(), end.endedBy(), null);
    };
  }

  private static Optional<PlannedNotice> said(
      EventId event,
      NoticeKind kind,
      Reply reply,
      @Nullable String text,
      String by,
      @Nullable Details details) {
    return reply.summary().parent() != null
        ? Optional.empty()
        : Optional.of(notice(event, kind, reply.summary(), new Answer(text, by, details)));
  }

  private static Optional<PlannedNotice> notice(
      EventId event, NoticeKind kind, CaseSummary summary) {
    return Optional.of(notice(event, kind, summary, null));
  }

  private static PlannedNotice notice(
      EventId event, NoticeKind kind, CaseSummary summary, @Nullable Answer answer) {
    NoticeMedium medium = NoticeMedium.EMAIL;
    EventId id = EventId.derived("notice", event.value(), medium.name());
    return new PlannedNotice(id, kind, medium, summary, answer);
  }
}
