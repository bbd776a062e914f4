package city.reception.router.lifecycle;

import city.reception.events.CaseTimer;
import city.reception.events.CommitteeId;
import java.util.Optional;

/** What a case is after an event. */
final class Evolution {

  private final Deadlines deadlines;

  Evolution(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  CaseState evolve(CaseState state, CaseEvent event) {
    return switch (event) {
      case CaseEvent.Registered registered -> new CaseState.Unrouted(open(registered));
      case CaseEvent.Routed routed ->
          new CaseState.Routed(heldBy(file(state), routed, routed.route().committee()));
      case CaseEvent.TakenUp takenUp -> new CaseState.TakenUp(file(state).after(takenUp));
      case CaseEvent.Redirected redirected ->
          new CaseState.Routed(passedOn(file(state), redirected));
      case CaseEvent.Extended extended -> still(state, extended(file(state), extended));
      case CaseEvent.Answered answered -> new CaseState.Answered(file(state).closed(answered));
      case CaseEvent.Withdrawn withdrawn -> new CaseState.Withdrawn(file(state).closed(withdrawn));
      case CaseEvent.Reminded reminded -> still(state, reminded(file(state), reminded));
    };
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
            rules, deadlines.next(rules, event.dueAt(), null, event.at()).orElse(null)));
  }

  private static CaseFile heldBy(CaseFile file, CaseEvent event, CommitteeId committee) {
    return file.with(event, committee, file.progress());
  }

  private static CaseFile passedOn(CaseFile file, CaseEvent.Redirected event) {
    return file.with(event, event.to(), file.progress().passedOn(event.from()));
  }

  private CaseFile extended(CaseFile file, CaseEvent.Extended event) {
    RuleSet rules = deadlines.of(file.progress().rules());
    Optional<CaseTimer> next = deadlines.next(rules, event.dueAt(), null, event.at());
    return file.dueLater(event, file.progress().extended(next.orElse(null)));
  }

  private CaseFile reminded(CaseFile file, CaseEvent.Reminded event) {
    RuleSet rules = deadlines.of(file.progress().rules());
    Optional<CaseTimer> next = deadlines.next(rules, file.dueAt(), event.timer(), event.at());
    return file.with(event, file.committee(), file.progress().waitingFor(next.orElse(null)));
  }

  /** The same state with another file. */
  private static CaseState still(CaseState state, CaseFile file) {
    return switch (state) {
      case CaseState.Unregistered unregistered -> unregistered;
      case CaseState.Unrouted(var _) -> new CaseState.Unrouted(file);
      case CaseState.Routed(var _) -> new CaseState.Routed(file);
      case CaseState.TakenUp(var _) -> new CaseState.TakenUp(file);
      case CaseState.Answered(var _) -> new CaseState.Answered(file);
      case CaseState.Withdrawn(var _) -> new CaseState.Withdrawn(file);
    };
  }

  private static CaseFile file(CaseState state) {
    return switch (state) {
      case CaseState.Registered registered -> registered.file();
      case CaseState.Unregistered() ->
          throw new IllegalStateException("a journal begins with its registration");
    };
  }
}
