package city.reception.router.publication;

import city.reception.events.ActionDone;
import city.reception.events.ActionRefused;
import city.reception.events.AppealId;
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
import city.reception.events.EventId;
import city.reception.events.RefusalReason;
import city.reception.events.StatusChanged;
import city.reception.events.Topics;
import city.reception.router.lifecycle.CaseEvent;
import city.reception.router.lifecycle.CaseFile;
import city.reception.router.lifecycle.CaseState;
import java.util.List;
import java.util.stream.Stream;

/** Turns the entries of a case's journal into what each topic says of them. */
public final class Publication {

  private Publication() {}

  /** What is announced of {@code event}, after which the case is {@code after}. */
  public static List<Announcement<?>> of(
      AppealId appeal, CaseEvent event, CaseState.Registered after) {
    CaseSummary summary = summary(appeal, after);
    return Stream.of(
            status(summary, event),
            CommitteeNews.of(summary, event, after.file()),
            Replies.of(summary, event, after.file()),
            PartSignals.of(appeal, event, after))
        .<Announcement<?>>flatMap(announcements -> announcements)
        .toList();
  }

  /** Tells whoever asked that it was done. */
  public static Announcement<?> done(EventId action, AppealId appeal, int version) {
    return new Announcement<>(Topics.ACTION_OUTCOME, new ActionDone(action, appeal, version));
  }

  /** Tells whoever asked that it was refused. */
  public static Announcement<?> refused(
      EventId action, AppealId appeal, CaseState state, RefusalReason reason) {
    Integer version =
        state instanceof CaseState.Registered registered ? registered.file().version() : null;
    return new Announcement<>(
        Topics.ACTION_OUTCOME,
        new ActionRefused(action, appeal, version, reason, reason.explanation()));
  }

  private static Stream<Announcement<?>> status(CaseSummary summary, CaseEvent event) {
    return change(summary, event).map(change -> new Announcement<>(Topics.STATUS_CHANGED, change));
  }

  private static Stream<StatusChanged> change(CaseSummary summary, CaseEvent event) {
    return switch (event) {
      case CaseEvent.Registered registered ->
          Stream.of(
              new CaseRegistered(
                  summary, registered.at(), registered.bodyDigest(), true, registered.late()));
      case CaseEvent.Routed routed -> Stream.of(new CaseRouted(summary, routed.at(), true));
      case CaseEvent.TakenUp takenUp -> Stream.of(new CaseTakenUp(summary, takenUp.at()));
      case CaseEvent.Redirected redirected ->
          Stream.of(new CaseRedirected(summary, redirected.at(), redirected.from()));
      case CaseEvent.Extended extended ->
          Stream.of(new CaseExtended(summary, extended.at(), extended.days()));
      case CaseEvent.Answered answered ->
          Stream.of(new CaseAnswered(summary, answered.at(), answered.result()));
      case CaseEvent.AnsweredInParts answered ->
          Stream.of(new CaseAnswered(summary, answered.at()));
      case CaseEvent.Withdrawn withdrawn -> Stream.of(new CaseWithdrawn(summary, withdrawn.at()));
      case CaseEvent.Forwarded forwarded ->
          Stream.of(new CaseForwarded(summary, forwarded.at(), forwarded.late()));
      case CaseEvent.Split split ->
          Stream.of(
              new CaseSplit(
                  summary,
                  split.at(),
                  split.parts().stream().map(CasePart::committee).toList(),
                  split.late()));
      case CaseEvent.PartEnded ended ->
          Stream.of(
              new CasePartEnded(
                  summary,
                  ended.at(),
                  ended.part().number(),
                  ended.part().appealId(),
                  ended.outcome()));
      case CaseEvent.ClarificationAsked asked ->
          Stream.of(new CaseClarificationAsked(summary, asked.at()));
      case CaseEvent.Clarified clarified -> Stream.of(new CaseClarified(summary, clarified.at()));
      case CaseEvent.Refused refused ->
          Stream.of(new CaseRefused(summary, refused.at(), refused.ground(), refused.late()));
      case CaseEvent.CorrespondenceEnded ended ->
          Stream.of(new CaseCorrespondenceEnded(summary, ended.at()));
      case CaseEvent.Rated rated -> Stream.of(new CaseRated(summary, rated.at(), rated.score()));
      case CaseEvent.Reopened reopened -> Stream.of(new CaseReopened(summary, reopened.at()));
      case CaseEvent.InformationRequested requested ->
          Stream.of(
              new CaseInformationRequested(
                  summary, requested.at(), requested.request(), requested.dueAt()));
      case CaseEvent.RequestReplied replied ->
          Stream.of(new CaseRequestReplied(summary, replied.at(), replied.request()));
      case CaseEvent.Reminded _, CaseEvent.RequestOverdue _, CaseEvent.JoinedCampaign _ ->
          Stream.of();
    };
  }

  private static CaseSummary summary(AppealId appeal, CaseState.Registered state) {
    CaseFile file = state.file();
    return new CaseSummary(
        appeal,
        file.version(),
        file.index(),
        state.status(),
        file.number(),
        file.committee(),
        file.registeredAt(),
        file.dueAt(),
        file.dueAtExplanation(),
        file.progress().allTies().parent());
  }
}
