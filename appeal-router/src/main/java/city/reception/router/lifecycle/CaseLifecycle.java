package city.reception.router.lifecycle;

import static city.reception.events.CaseTimer.ANSWER_DUE_IN_3_DAYS;

import city.reception.events.RefusalReason;
import city.reception.router.lifecycle.CaseCommand.Answer;
import city.reception.router.lifecycle.CaseCommand.OfCommittee;
import city.reception.router.lifecycle.CaseCommand.RaiseTimer;
import city.reception.router.lifecycle.CaseCommand.Redirect;
import city.reception.router.lifecycle.CaseCommand.Register;
import city.reception.router.lifecycle.CaseCommand.TakeUp;
import city.reception.router.lifecycle.CaseCommand.Withdraw;
import city.reception.router.lifecycle.Decision.Accepted;
import city.reception.router.lifecycle.Decision.Refused;
import city.reception.router.lifecycle.Decision.TimerChange;
import java.util.List;

/**
 * The rules of a case's life. {@link #decide} says what follows from a command, {@link #evolve}
 * what the case is after an event; a case is the fold of its events. Both are total and pure: no
 * clock, no chance, no exception.
 */
public final class CaseLifecycle {

  private static final int FIRST_VERSION = 1;
  private static final int FIRST_GENERATION = 1;

  private final Deadlines deadlines;

  public CaseLifecycle(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  /** What follows from {@code command} when the case is in {@code state}. */
  public Decision decide(CaseState state, CaseCommand command) {
    return switch (command) {
      case Register register -> register(state, register);
      case Withdraw withdraw -> withdraw(state, withdraw);
      case OfCommittee action -> act(state, action);
      case RaiseTimer timer -> raise(state, timer);
    };
  }

  /** The case after {@code event}. Events come from {@link #decide} alone, in their order. */
  public CaseState evolve(CaseState state, CaseEvent event) {
    return switch (event) {
      case CaseEvent.Registered registered -> new CaseState.Unrouted(open(registered));
      case CaseEvent.Routed routed ->
          new CaseState.Routed(file(state).with(routed, routed.route().committee()));
      case CaseEvent.TakenUp takenUp -> new CaseState.TakenUp(file(state).after(takenUp));
      case CaseEvent.Redirected redirected ->
          new CaseState.Routed(file(state).with(redirected, redirected.to()));
      case CaseEvent.Answered answered -> new CaseState.Answered(file(state).after(answered));
      case CaseEvent.Withdrawn withdrawn -> new CaseState.Withdrawn(file(state).after(withdrawn));
      case CaseEvent.Reminded reminded -> reminded(state, reminded);
    };
  }

  private Decision register(CaseState state, Register command) {
    return switch (state) {
      case CaseState.Unregistered() -> {
        var dueAt = deadlines.answerDue(command.at());
        yield new Accepted(
            List.of(
                new CaseEvent.Registered(
                    FIRST_VERSION,
                    0,
                    command.at(),
                    command.number(),
                    command.content(),
                    command.bodyDigest(),
                    dueAt,
                    deadlines.explainAnswerDue(command.at())),
                new CaseEvent.Routed(FIRST_VERSION, 1, command.at(), command.route())),
            List.of(
                new TimerChange.Set(
                    ANSWER_DUE_IN_3_DAYS, FIRST_GENERATION, deadlines.reminderDue(dueAt))));
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
          closed(
              new CaseEvent.Withdrawn(
                  open.file().version() + 1, 0, command.at(), command.reason()));
      case CaseState.Answered answered -> new Refused(RefusalReason.ALREADY_ANSWERED);
      case CaseState.Withdrawn withdrawn -> new Refused(RefusalReason.ALREADY_WITHDRAWN);
    };
  }

  private static Decision act(CaseState state, OfCommittee command) {
    return switch (state) {
      case CaseState.Unregistered() -> new Refused(RefusalReason.UNKNOWN_APPEAL);
      case CaseState.Registered registered
          when !command.by().equals(registered.file().committee()) ->
          new Refused(RefusalReason.NOT_THE_HOLDER);
      case CaseState.Answered answered -> new Refused(RefusalReason.ALREADY_ANSWERED);
      case CaseState.Withdrawn withdrawn -> new Refused(RefusalReason.ALREADY_WITHDRAWN);
      case CaseState.Open open when command.expectedVersion() != open.file().version() ->
          new Refused(RefusalReason.STALE_VERSION);
      case CaseState.Open open -> actOnOpen(open, command);
    };
  }

  private static Decision actOnOpen(CaseState.Open state, OfCommittee command) {
    int next = state.file().version() + 1;
    return switch (command) {
      case TakeUp takeUp ->
          state instanceof CaseState.TakenUp
              ? new Refused(RefusalReason.ALREADY_TAKEN_UP)
              : changed(new CaseEvent.TakenUp(next, 0, takeUp.at(), takeUp.actor()));
      case Redirect redirect when !redirect.toExists() ->
          new Refused(RefusalReason.UNKNOWN_COMMITTEE);
      case Redirect redirect when redirect.to().equals(redirect.by()) ->
          new Refused(RefusalReason.SAME_COMMITTEE);
      case Redirect redirect ->
          changed(
              new CaseEvent.Redirected(
                  next,
                  0,
                  redirect.at(),
                  redirect.by(),
                  redirect.to(),
                  redirect.reason(),
                  redirect.actor()));
      case Answer answer ->
          closed(new CaseEvent.Answered(next, 0, answer.at(), answer.text(), answer.actor()));
    };
  }

  private static Decision raise(CaseState state, RaiseTimer command) {
    TimerChange over = new TimerChange.Cancel(command.timer());
    return switch (state) {
      case CaseState.Unregistered() -> new Accepted(List.of(), List.of(over));
      case CaseState.Open open ->
          new Accepted(
              List.of(
                  new CaseEvent.Reminded(
                      open.file().version(),
                      open.file().index() + 1,
                      command.at(),
                      command.timer())),
              List.of(over));
      case CaseState.Answered answered -> new Accepted(List.of(), List.of(over));
      case CaseState.Withdrawn withdrawn -> new Accepted(List.of(), List.of(over));
    };
  }

  private static Accepted changed(CaseEvent event) {
    return new Accepted(List.of(event), List.of());
  }

  private static Accepted closed(CaseEvent event) {
    return new Accepted(List.of(event), List.of(new TimerChange.Cancel(ANSWER_DUE_IN_3_DAYS)));
  }

  private static CaseFile open(CaseEvent.Registered event) {
    return new CaseFile(
        event.number(),
        event.version(),
        event.index(),
        null,
        event.at(),
        event.dueAt(),
        event.dueAtExplanation(),
        event.bodyDigest(),
        event.content());
  }

  private static CaseState reminded(CaseState state, CaseEvent event) {
    return switch (state) {
      case CaseState.Unregistered unregistered -> unregistered;
      case CaseState.Unrouted(var file) -> new CaseState.Unrouted(file.after(event));
      case CaseState.Routed(var file) -> new CaseState.Routed(file.after(event));
      case CaseState.TakenUp(var file) -> new CaseState.TakenUp(file.after(event));
      case CaseState.Answered(var file) -> new CaseState.Answered(file.after(event));
      case CaseState.Withdrawn(var file) -> new CaseState.Withdrawn(file.after(event));
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
