package city.reception.router.lifecycle;

import city.reception.events.CaseTimer;
import city.reception.events.RefusalReason;
import city.reception.router.lifecycle.CaseCommand.OfCommittee;
import city.reception.router.lifecycle.CaseCommand.RaiseTimer;
import city.reception.router.lifecycle.CaseCommand.Register;
import city.reception.router.lifecycle.CaseCommand.Withdraw;
import city.reception.router.lifecycle.Decision.Accepted;
import city.reception.router.lifecycle.Decision.Refused;
import city.reception.router.lifecycle.Decision.TimerChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules of a case's life. {@link #decide} says what follows from a command, {@link #evolve}
 * what the case is after an event; a case is the fold of its events. Both are total and pure: no
 * clock, no chance, no exception.
 */
public final class CaseLifecycle {

  private static final int FIRST_VERSION = 1;

  private final Deadlines deadlines;
  private final CommitteeActions actions;
  private final Evolution evolution;

  public CaseLifecycle(Deadlines deadlines) {
    this.deadlines = deadlines;
    this.actions = new CommitteeActions(deadlines);
    this.evolution = new Evolution(deadlines);
  }

  /** What follows from {@code command} when the case is in {@code state}. */
  public Decision decide(CaseState state, CaseCommand command) {
    return switch (command) {
      case Register register -> register(state, register);
      case Withdraw withdraw -> withdraw(state, withdraw);
      case OfCommittee action -> actions.decide(state, action);
      case RaiseTimer timer -> raise(state, timer);
    };
  }

  /** The case after {@code event}. Events come from {@link #decide} alone, in their order. */
  public CaseState evolve(CaseState state, CaseEvent event) {
    return evolution.evolve(state, event);
  }

  private Decision register(CaseState state, Register command) {
    return switch (state) {
      case CaseState.Unregistered() -> {
        RuleSet rules = deadlines.inForceAt(command.at());
        Deadline due = deadlines.answer(rules, command.at());
        yield new Accepted(
            List.of(
                new CaseEvent.Registered(
                    FIRST_VERSION,
                    0,
                    command.at(),
                    command.number(),
                    command.content(),
                    command.bodyDigest(),
                    due.at(),
                    due.explanation(),
                    rules.id()),
                new CaseEvent.Routed(FIRST_VERSION, 1, command.at(), command.route())),
            deadlines.next(rules, due.at(), null, command.at()).stream()
                .map(timer -> set(timer, CaseProgress.FIRST_GENERATION, due.at()))
                .toList());
      }
      case CaseState.Registered registered ->
          registered.file().bodyDigest().equals(command.bodyDigest())
              ? new Accepted(List.of(), List.of())
              : new Refused(RefusalReason.KEY_REUSED);
    };
  }

  private static Decision withdraw(CaseState state, Withdraw command) {
    return switch (state) {
      case CaseState.Unregistered() -> new Refused(RefusalReason.UNKNOWN_APPEAL);
      case CaseState.Open open ->
          Decision.closing(
              open.file(),
              new CaseEvent.Withdrawn(
                  open.file().version() + 1, 0, command.at(), command.reason()));
      case CaseState.Answered answered -> new Refused(RefusalReason.ALREADY_ANSWERED);
      case CaseState.Withdrawn withdrawn -> new Refused(RefusalReason.ALREADY_WITHDRAWN);
    };
  }

  private Decision raise(CaseState state, RaiseTimer command) {
    TimerChange over = new TimerChange.Cancel(command.timer());
    return switch (state) {
      case CaseState.Unregistered() -> new Accepted(List.of(), List.of(over));
      case CaseState.Registered registered
          when command.timer() != registered.file().progress().waitsFor() ->
          new Accepted(List.of(), List.of(over));
      case CaseState.Registered registered
          when command.generation() != registered.file().progress().generation() ->
          new Accepted(List.of(), List.of()); // The timer that is set now is another one.
      case CaseState.Registered registered -> remind(registered.file(), command, over);
    };
  }

  private Decision remind(CaseFile file, RaiseTimer command, TimerChange over) {
    RuleSet rules = deadlines.of(file.progress().rules());
    Optional<CaseTimer> next = deadlines.next(rules, file.dueAt(), command.timer(), command.at());
    return new Accepted(
        List.of(
            new CaseEvent.Reminded(
                file.version(), file.index() + 1, command.at(), command.timer())),
        Stream.concat(
                Stream.of(over),
                next.stream().map(timer -> set(timer, file.progress().generation(), file.dueAt())))
            .toList());
  }

  private TimerChange set(CaseTimer timer, int generation, Instant dueAt) {
    return new TimerChange.Set(timer, generation, deadlines.timeOf(timer, dueAt));
  }
}
