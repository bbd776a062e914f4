package city.reception.router.lifecycle;

import city.reception.events.CaseTimer;
import city.reception.events.CommitteeId;
import city.reception.events.RefusalReason;
import city.reception.router.lifecycle.CaseCommand.Answer;
import city.reception.router.lifecycle.CaseCommand.Extend;
import city.reception.router.lifecycle.CaseCommand.OfCommittee;
import city.reception.router.lifecycle.CaseCommand.Redirect;
import city.reception.router.lifecycle.CaseCommand.TakeUp;
import city.reception.router.lifecycle.Decision.Accepted;
import city.reception.router.lifecycle.Decision.Refused;
import city.reception.router.lifecycle.Decision.TimerChange;
import java.util.List;
import java.util.stream.Stream;

/** What follows from what a committee asks. */
final class CommitteeActions {

  private final Deadlines deadlines;

  CommitteeActions(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  Decision decide(CaseState state, OfCommittee command) {
    return switch (state) {
      case CaseState.Unregistered() -> new Refused(RefusalReason.UNKNOWN_APPEAL);
      case CaseState.Registered registered
          when !command.by().equals(registered.file().committee()) ->
          new Refused(RefusalReason.NOT_THE_HOLDER);
      case CaseState.Answered answered -> new Refused(RefusalReason.ALREADY_ANSWERED);
      case CaseState.Withdrawn withdrawn -> new Refused(RefusalReason.ALREADY_WITHDRAWN);
      case CaseState.Open open when command.expectedVersion() != open.file().version() ->
          new Refused(RefusalReason.STALE_VERSION);
      case CaseState.Open open -> onOpen(open, command);
    };
  }

  private Decision onOpen(CaseState.Open state, OfCommittee command) {
    CaseFile file = state.file();
    int next = file.version() + 1;
    return switch (command) {
      case TakeUp takeUp ->
          state instanceof CaseState.TakenUp
              ? new Refused(RefusalReason.ALREADY_TAKEN_UP)
              : Decision.changing(new CaseEvent.TakenUp(next, 0, takeUp.at(), takeUp.actor()));
      case Redirect redirect when !redirect.toExists() ->
          new Refused(RefusalReason.UNKNOWN_COMMITTEE);
      case Redirect redirect when redirect.to().equals(redirect.by()) ->
          new Refused(RefusalReason.SAME_COMMITTEE);
      case Redirect redirect -> redirect(file, redirect);
      case Extend _ when file.progress().isExtended() ->
          new Refused(RefusalReason.ALREADY_EXTENDED);
      case Extend extend -> extend(file, extend);
      case Answer answer ->
          Decision.closing(
              file, new CaseEvent.Answered(next, 0, answer.at(), answer.text(), answer.actor()));
    };
  }

  /** What has gone round, or far enough, goes to the reception's clerks. */
  private Decision redirect(CaseFile file, Redirect command) {
    List<CommitteeId> way = file.progress().passedOnBy();
    boolean clerksDecide =
        !command.by().equals(CommitteeId.RECEPTION)
            && !command.to().equals(CommitteeId.RECEPTION)
            && (way.contains(command.to())
                || way.size() >= deadlines.of(file.progress().rules()).redirectLimit());
    return Decision.changing(
        new CaseEvent.Redirected(
            file.version() + 1,
            0,
            command.at(),
            command.by(),
            clerksDecide ? CommitteeId.RECEPTION : command.to(),
            command.reason(),
            command.actor(),
            clerksDecide ? command.to() : null));
  }

  /** Reminders begin anew: those of the old deadline say nothing any more. */
  private Decision extend(CaseFile file, Extend command) {
    RuleSet rules = deadlines.of(file.progress().rules());
    if (command.days() < 1 || command.days() > rules.extension().days()) {
      return new Refused(RefusalReason.EXTENSION_OUT_OF_BOUNDS);
    }
    Deadline due = deadlines.extended(rules, file.registeredAt(), command.days());
    CaseTimer before = file.progress().waitsFor();
    Stream<TimerChange> over =
        before == null ? Stream.of() : Stream.of(new TimerChange.Cancel(before));
    Stream<TimerChange> next =
        deadlines.next(rules, due.at(), null, command.at()).stream()
            .map(timer ->
                new TimerChange.Set(
                    timer, file.progress().generation() + 1, deadlines.timeOf(timer, due.at())));
    return new Accepted(
        List.of(
            new CaseEvent.Extended(
                file.version() + 1,
                0,
                command.at(),
                command.days(),
                due.at(),
                due.explanation(),
                command.reason(),
                command.actor())),
        Stream.concat(over, next).toList());
  }
}
