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
import city.reception.events.LocalizedText;
import city.reception.events.NoticeDelivery.NoticeMedium;
import city.reception.events.NoticeKind;
import city.reception.events.PartAnswerGiven;
import city.reception.events.QuestionAsked;
import city.reception.events.RefusalExplained;
import city.reception.events.Reply;
import city.reception.events.SplitExplained;
import city.reception.events.StatusChanged;
import city.reception.notifications.notice.PlannedNotice.Answer;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
      case CaseRegistered(var summary, var at, var digest, var routedTogether) ->
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
      case AnswerGiven(var summary, var at, var text, var answeredBy) ->
          Optional.of(notice(event, NoticeKind.ANSWERED, summary, new Answer(text, answeredBy)));
      case ExtensionExplained(var summary, var at, var days, var reason, var extendedBy) ->
          Optional.of(notice(event, NoticeKind.EXTENDED, summary, new Answer(reason, extendedBy)));
      case ForwardExplained(var summary, var at, var toBody, var reason, var forwardedBy) ->
          said(event, NoticeKind.FORWARDED, summary, toBody + ". " + reason, forwardedBy);
      case SplitExplained(var summary, var at, var parts, var reason, var splitBy) ->
          said(event, NoticeKind.SPLIT, summary, reason, splitBy);
      case PartAnswerGiven part ->
          said(
              event,
              NoticeKind.PART_ANSWERED,
              part.summary(),
              told(part.explanation(), part.text(), part.publishedAt()),
              part.answeredBy());
      case QuestionAsked(var summary, var at, var question, var askedBy) ->
          said(event, NoticeKind.CLARIFICATION_ASKED, summary, question, askedBy);
      case RefusalExplained refusal ->
          said(
              event,
              NoticeKind.REFUSED,
              refusal.summary(),
              told(refusal.explanation(), refusal.text(), refusal.publishedAt()),
              refusal.refusedBy());
      case CorrespondenceEndExplained(var summary, var at, var reason, var endedBy) ->
          said(event, NoticeKind.CORRESPONDENCE_ENDED, summary, reason, endedBy);
    };
  }

  private static String told(
      @Nullable LocalizedText explanation, @Nullable String text, @Nullable String address) {
    return Stream.of(explanation == null ? null : explanation.ru(), text, address)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n\n"));
  }

  private static Optional<PlannedNotice> said(
      EventId event, NoticeKind kind, CaseSummary summary, String text, String by) {
    return Optional.of(notice(event, kind, summary, new Answer(text, by)));
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
