package city.reception.router.lifecycle;

import city.reception.events.CaseTimer;
import city.reception.events.RoutingDecision.Basis;
import city.reception.events.Transfer;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a case is after an event. */
final class Evolution {

  private final Deadlines deadlines;

  Evolution(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  CaseState evolve(CaseState state, CaseEvent event) {
    if (event instanceof CaseEvent.Registered registered) {
      return new CaseState.Unrouted(open(registered));
    }
    return switch (state) {
      case CaseState.Registered registered -> evolve(registered, event);
      case CaseState.Unregistered() ->
          throw new IllegalStateException("a journal begins with its registration");
    };
  }

  private CaseState evolve(CaseState.Registered state, CaseEvent event) {
    CaseFile file = state.file();
    CaseProgress progress = file.progress();
    return switch (event) {
      case CaseEvent.Registered registered -> new CaseState.Unrouted(open(registered));
      case CaseEvent.Routed routed -> new CaseState.Routed(routed(file, routed));
      case CaseEvent.TakenUp takenUp -> new CaseState.TakenUp(file.after(takenUp));
      case CaseEvent.Redirected redirected ->
          new CaseState.Routed(
              file.with(redirected, redirected.to(), progress.passedOn(redirected.from())));
      case CaseEvent.Extended extended ->
          state.with(
              file.due(
                  extended,
                  extended.dueAt(),
                  extended.dueAtExplanation(),
                  progress.extended(first(file, extended.dueAt(), extended))));
      case CaseEvent.ClarificationAsked asked ->
          new CaseState.ClarificationAsked(
              file.with(asked, progress.with(Exchanges.of(file, asked))));
      case CaseEvent.Clarified clarified ->
          clarified(state, file.with(clarified, progress.with(Exchanges.of(file, clarified))));
      case CaseEvent.Split split -> new CaseState.Split(split(file, split));
      case CaseEvent.PartEnded ended -> state.with(ended(file, ended));
      case CaseEvent.Answered answered -> new CaseState.Answered(answered(file, answered));
      case CaseEvent.AnsweredInParts answered -> new CaseState.Answered(answered(file, answered));
      case CaseEvent.Withdrawn withdrawn -> new CaseState.Withdrawn(file.closed(withdrawn));
      case CaseEvent.Forwarded forwarded -> new CaseState.Forwarded(file.closed(forwarded));
      case CaseEvent.Refused refused -> new CaseState.Refused(file.closed(refused));
      case CaseEvent.CorrespondenceEnded ended ->
          new CaseState.CorrespondenceEnded(file.closed(ended));
      case CaseEvent.Rated rated -> state.with(rated(file, rated));
      case CaseEvent.Reopened reopened ->
          new CaseState.Routed(
              file.due(
                  reopened,
                  reopened.dueAt(),
                  reopened.dueAtExplanation(),
                  progress.reopened(reopened, first(file, reopened.dueAt(), reopened))));
      case CaseEvent.InformationRequested requested ->
          state.with(
              file.with(
                  requested,
                  progress
                      .withRequests(
                          progress.allRequests().asked(requested.request(), requested.dueAt()))
                      .with(Exchanges.of(file, requested))));
      case CaseEvent.RequestReplied replied ->
          state.with(
              file.with(
                  replied,
                  progress
                      .withRequests(progress.allRequests().replied(replied.request()))
                      .with(Exchanges.of(file, replied))));
      case CaseEvent.RequestOverdue overdue ->
          state.with(
              file.with(
                  overdue,
                  progress.withRequests(progress.allRequests().overdue(overdue.request()))));
      case CaseEvent.JoinedCampaign joined ->
          state.with(
              file.with(joined, progress.with(progress.allTies().inCampaign(joined.campaign()))));
      case CaseEvent.Reminded reminded -> state.with(reminded(file, reminded));
    };
  }

  private static CaseState clarified(CaseState.Registered before, CaseFile file) {
    return before instanceof CaseState.ClarificationAsked
        ? new CaseState.TakenUp(file)
        : before.with(file);
  }

  private CaseFile open(CaseEvent.Registered event) {
    RuleSet rules = deadlines.of(event.rules());
    return new CaseFile(
        event.number(),
        event.version(),
        event.index(),
        null,
        event.at(),
        event.dueAt(),
        event.dueAtExplanation(),
        event.bodyDigest(),
        event.content(),
        CaseProgress.under(
            rules,
            deadlines.next(rules, event.dueAt(), null, event.at()).orElse(null),
            event.ties(),
            event.content().correspondence()));
  }

  private static CaseFile routed(CaseFile file, CaseEvent.Routed event) {
    Basis basis = event.route().basis();
    CaseProgress progress = file.progress();
    return file.with(
        event,
        event.route().committee(),
        basis == null || basis.complaintAbout() == null
            ? progress
            : progress.with(progress.allTies().complainingAbout(basis.complaintAbout())));
  }

  /** What a new deadline is waited for with. */
  private @Nullable CaseTimer first(CaseFile file, Instant dueAt, CaseEvent event) {
    RuleSet rules = deadlines.of(file.progress().rules());
    return deadlines.next(rules, dueAt, null, event.at()).orElse(null);
  }

  private static CaseFile split(CaseFile file, CaseEvent.Split event) {
    Transfer split =
        new Transfer(
            Objects.requireNonNull(file.committee(), "only a routed case is split"),
            event.reason(),
            event.actor(),
            event.at());
    return file.with(event, file.progress().with(Parts.of(event.parts(), split)));
  }

  private static CaseFile ended(CaseFile file, CaseEvent.PartEnded event) {
    Parts parts = Objects.requireNonNull(file.progress().parts(), "it was split before");
    return file.with(
        event, file.progress().with(parts.ended(event.part().appealId(), event.outcome())));
  }

  private static CaseFile answered(CaseFile file, CaseEvent event) {
    return file.with(event, file.progress().over().with(new LastAnswer(event.at(), false)));
  }

  private static CaseFile rated(CaseFile file, CaseEvent.Rated event) {
    LastAnswer answer = file.progress().lastAnswer();
    return file.with(
        event,
        file.progress().with(new LastAnswer(answer == null ? file.dueAt() : answer.at(), true)));
  }

  private CaseFile reminded(CaseFile file, CaseEvent.Reminded event) {
    RuleSet rules = deadlines.of(file.progress().rules());
    return file.with(
        event,
        file.progress()
            .waitingFor(
                deadlines.next(rules, file.dueAt(), event.timer(), event.at()).orElse(null)));
  }
}
