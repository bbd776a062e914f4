package city.reception.notifications.notice;

import city.reception.events.AnswerGiven;
import city.reception.events.CaseAnswered;
import city.reception.events.CaseExtended;
import city.reception.events.CaseRedirected;
import city.reception.events.CaseRegistered;
import city.reception.events.CaseRouted;
import city.reception.events.CaseSummary;
import city.reception.events.CaseTakenUp;
import city.reception.events.CaseWithdrawn;
import city.reception.events.EventId;
import city.reception.events.ExtensionExplained;
import city.reception.events.NoticeDelivery.NoticeMedium;
import city.reception.events.NoticeKind;
import city.reception.events.Reply;
import city.reception.events.StatusChanged;
import city.reception.notifications.notice.PlannedNotice.Answer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the resident is told of each event: 59-FZ, articles 8 and 10, ask for most of it. */
public final class NoticePolicy {

  private NoticePolicy() {}

  /** The notice of a change of status, where there is one. */
  public static Optional<PlannedNotice> of(EventId event, StatusChanged change) {
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
      // The notices of an answer and of an extension carry a text and so follow from the reply.
      case CaseExtended(var summary, var at, var days) -> Optional.empty();
      case CaseAnswered(var summary, var at) -> Optional.empty();
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
    };
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
