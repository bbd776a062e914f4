package city.reception.router.lifecycle;

import city.reception.events.CaseTimer;
import city.reception.router.lifecycle.CaseCommand.RaiseRequest;
import city.reception.router.lifecycle.CaseCommand.RaiseTimer;
import city.reception.router.lifecycle.Decision.Accepted;
import city.reception.router.lifecycle.Decision.TimerChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a case waits for the time of, and what follows when the time has come. */
final class Timers {

  private final Deadlines deadlines;

  Timers(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  /** The first timer of a new deadline. */
  Stream<TimerChange> begun(RuleSet rules, Instant dueAt, int generation, Instant now) {
    return deadlines.next(rules, dueAt, null, now).stream()
        .map(timer -> set(timer, generation, dueAt));
  }

  /** Those of an old deadline say nothing any more. */
  Stream<TimerChange> begunAnew(CaseFile file, Instant dueAt, Instant now) {
    CaseTimer before = file.progress().waitsFor();
    return Stream.concat(
        before == null ? Stream.of() : Stream.of(new TimerChange.Cancel(before)),
        begun(deadlines.of(file.progress().rules()), dueAt, file.progress().generation() + 1, now));
  }

  /** What becomes of the timer of the requests. */
  Stream<TimerChange> of(Requests before, Requests after) {
    Optional<Requests.Request> next = after.next();
    if (next.equals(before.next())) {
      return Stream.of();
    }
    return Stream.of(
        next.<TimerChange>map(request ->
                new TimerChange.Set(CaseTimer.REQUEST_DUE, after.generation(), request.dueAt()))
            .orElseGet(() -> new TimerChange.Cancel(CaseTimer.REQUEST_DUE)));
  }

  Decision raise(CaseState state, RaiseTimer command) {
    TimerChange over = new TimerChange.Cancel(command.timer());
    return switch (state) {
      case CaseState.Unregistered() -> new Accepted(List.of(), List.of(over));
      case CaseState.Registered registered
          when command.timer() != registered.file().progress().waitsFor() ->
          new Accepted(List.of(), List.of(over));
      case CaseState.Registered registered
          when command.generation() != registered.file().progress().generation() ->
          Decision.nothing(); // The timer that is set now is another one.
      case CaseState.Registered registered -> remind(registered.file(), command, over);
    };
  }

  Decision raise(CaseState state, RaiseRequest command) {
    if (!(state instanceof CaseState.Registered registered)) {
      return new Accepted(List.of(), List.of(new TimerChange.Cancel(CaseTimer.REQUEST_DUE)));
    }
    CaseFile file = registered.file();
    Requests before = file.progress().allRequests();
    Optional<Requests.Request> due = before.next();
    if (due.isEmpty()) {
      return new Accepted(List.of(), List.of(new TimerChange.Cancel(CaseTimer.REQUEST_DUE)));
    }
    if (command.generation() != before.generation()) {
      return Decision.nothing();
    }
    CaseEvent event =
        new CaseEvent.RequestOverdue(
            file.version(), file.index() + 1, command.at(), due.get().id());
    Requests after = before.overdue(due.get().id());
    return new Accepted(List.of(event), of(before, after).toList());
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
