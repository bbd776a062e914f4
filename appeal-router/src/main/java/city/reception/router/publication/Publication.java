package city.reception.router.publication;

import city.reception.events.ActionDone;
import city.reception.events.ActionRefused;
import city.reception.events.AnswerGiven;
import city.reception.events.AppealId;
import city.reception.events.AppealRouted;
import city.reception.events.CaseAnswered;
import city.reception.events.CaseExtended;
import city.reception.events.CaseRedirected;
import city.reception.events.CaseRegistered;
import city.reception.events.CaseRouted;
import city.reception.events.CaseSummary;
import city.reception.events.CaseTakenUp;
import city.reception.events.CaseWithdrawn;
import city.reception.events.CommitteeId;
import city.reception.events.CommitteeReminded;
import city.reception.events.EventId;
import city.reception.events.ExtensionExplained;
import city.reception.events.LocalizedText;
import city.reception.events.RefusalReason;
import city.reception.events.RoutingDecision;
import city.reception.events.RoutingDecision.Rule;
import city.reception.events.StatusChanged;
import city.reception.events.Topics;
import city.reception.events.Transfer;
import city.reception.router.lifecycle.AppealContent;
import city.reception.router.lifecycle.CaseEvent;
import city.reception.router.lifecycle.CaseFile;
import city.reception.router.lifecycle.CaseState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the entries of a case's journal into what each topic says of them. */
public final class Publication {

  private static final String BY_HAND = "committee";

  private Publication() {}

  /** What is announced of {@code event}, after which the case is {@code after}. */
  public static List<Announcement<?>> of(
      AppealId appeal, CaseEvent event, CaseState.Registered after) {
    CaseSummary summary = summary(appeal, after);
    return switch (event) {
      case CaseEvent.Registered registered ->
          List.of(
              status(new CaseRegistered(summary, registered.at(), registered.bodyDigest(), true)));
      case CaseEvent.Routed routed ->
          List.of(
              status(new CaseRouted(summary, routed.at(), true)),
              toCommittee(after.file(), summary, routed.route(), null));
      case CaseEvent.TakenUp takenUp -> List.of(status(new CaseTakenUp(summary, takenUp.at())));
      case CaseEvent.Redirected redirected ->
          List.of(
              status(new CaseRedirected(summary, redirected.at(), redirected.from())),
              toCommittee(
                  after.file(),
                  summary,
                  byHand(redirected),
                  new Transfer(
                      redirected.from(),
                      redirected.reason(),
                      redirected.actor(),
                      redirected.at())));
      case CaseEvent.Extended extended ->
          List.of(
              status(new CaseExtended(summary, extended.at(), extended.days())),
              new Announcement<>(
                  Topics.REPLY,
                  new ExtensionExplained(
                      summary,
                      extended.at(),
                      extended.days(),
                      extended.reason(),
                      extended.actor())));
      case CaseEvent.Answered answered ->
          List.of(
              status(new CaseAnswered(summary, answered.at())),
              new Announcement<>(
                  Topics.REPLY,
                  new AnswerGiven(summary, answered.at(), answered.text(), answered.actor())));
      case CaseEvent.Withdrawn withdrawn ->
          List.of(status(new CaseWithdrawn(summary, withdrawn.at())));
      case CaseEvent.Reminded reminded ->
          List.of(
              new Announcement<>(
                  Topics.routed(holder(after.file())),
                  new CommitteeReminded(summary, reminded.timer(), reminded.at())));
    };
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

  private static Announcement<?> status(StatusChanged event) {
    return new Announcement<>(Topics.STATUS_CHANGED, event);
  }

  private static Announcement<?> toCommittee(
      CaseFile file, CaseSummary summary, RoutingDecision route, @Nullable Transfer transfer) {
    AppealContent content = file.content();
    return new Announcement<>(
        Topics.routed(holder(file)),
        new AppealRouted(
            summary,
            content.kind(),
            content.channel(),
            content.applicant(),
            content.addressee(),
            content.subject(),
            content.text(),
            content.location(),
            content.receivedOn(),
            content.receivedAt(),
            route,
            transfer));
  }

  private static RoutingDecision byHand(CaseEvent.Redirected event) {
    return new RoutingDecision(
        event.to(), Rule.REDIRECT, BY_HAND, explanation(event), List.of(), null);
  }

  private static LocalizedText explanation(CaseEvent.Redirected event) {
    CommitteeId askedFor = event.askedFor();
    return askedFor == null
        ? new LocalizedText(
            "Перенаправлено из другого комитета (" + event.from() + ").",
            "Redirected by another committee (" + event.from() + ").")
        : new LocalizedText(
            "Комитет (%s) просил передать обращение в другой (%s), но его передавали слишком часто или оно там уже было: решает приёмная."
                .formatted(event.from(), askedFor),
            "The committee (%s) asked for another one (%s), but the appeal was passed on too often or has been there already: the reception decides."
                .formatted(event.from(), askedFor));
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
        file.dueAtExplanation());
  }

  private static CommitteeId holder(CaseFile file) {
    CommitteeId committee = file.committee();
    if (committee == null) {
      throw new IllegalStateException("only a routed case has news for a committee");
    }
    return committee;
  }
}
