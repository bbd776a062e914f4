package city.reception.router.lifecycle;

import city.reception.events.RefusalReason;
import city.reception.router.lifecycle.CaseCommand.Clarify;
import city.reception.router.lifecycle.CaseCommand.OfResident;
import city.reception.router.lifecycle.CaseCommand.Rate;
import city.reception.router.lifecycle.CaseCommand.Reopen;
import city.reception.router.lifecycle.CaseCommand.Withdraw;
import city.reception.router.lifecycle.Decision.Accepted;
import city.reception.router.lifecycle.Decision.Refused;
import java.time.Instant;
import java.util.List;

/** What follows from what a resident asks. */
final class ResidentActions {

  private final Deadlines deadlines;
  private final Timers timers;

  ResidentActions(Deadlines deadlines, Timers timers) {
    this.deadlines = deadlines;
    this.timers = timers;
  }

  Decision decide(CaseState state, OfResident command) {
    return switch (state) {
      case CaseState.Unregistered() -> new Refused(RefusalReason.UNKNOWN_APPEAL);
      case CaseState.Registered registered when registered.file().isPart() ->
          new Refused(RefusalReason.IS_A_PART);
      case CaseState.Open open -> onOpen(open.file(), command);
      case CaseState.Answered answered -> onAnswered(answered.file(), command);
      case CaseState.Over over -> new Refused(whyOver(over));
    };
  }

  /** Why nothing can be asked of a case that is over. */
  static RefusalReason whyOver(CaseState.Over state) {
    return switch (state) {
      case CaseState.Answered _ -> RefusalReason.ALREADY_ANSWERED;
      case CaseState.Withdrawn _ -> RefusalReason.ALREADY_WITHDRAWN;
      case CaseState.Forwarded _ -> RefusalReason.ALREADY_FORWARDED;
      case CaseState.Refused _ -> RefusalReason.ALREADY_REFUSED;
      case CaseState.CorrespondenceEnded _ -> RefusalReason.CORRESPONDENCE_ENDED;
    };
  }

  private static Decision onOpen(CaseFile file, OfResident command) {
    int next = file.version() + 1;
    return switch (command) {
      case Withdraw withdraw ->
          Decision.closing(
              file, new CaseEvent.Withdrawn(next, 0, withdraw.at(), withdraw.reason()));
      case Clarify clarify ->
          Decision.changing(new CaseEvent.Clarified(next, 0, clarify.at(), clarify.text()));
      case Rate _, Reopen _ -> new Refused(RefusalReason.NOT_ANSWERED);
    };
  }

  private Decision onAnswered(CaseFile file, OfResident command) {
    return switch (command) {
      case Withdraw _, Clarify _ -> new Refused(RefusalReason.ALREADY_ANSWERED);
      case Rate rate -> rate(file, rate);
      case Reopen reopen -> reopen(file, reopen);
    };
  }

  private static Decision rate(CaseFile file, Rate command) {
    LastAnswer answer = file.progress().lastAnswer();
    return answer != null && answer.rated()
        ? new Refused(RefusalReason.ALREADY_RATED)
        : Decision.changing(
            new CaseEvent.Rated(
                file.version(),
                file.index() + 1,
                command.at(),
                command.score(),
                command.comment()));
  }

  private Decision reopen(CaseFile file, Reopen command) {
    RuleSet rules = deadlines.of(file.progress().rules());
    LastAnswer answer = file.progress().lastAnswer();
    // Of what was answered before that was kept, the deadline is the latest that is known.
    Instant answeredAt = answer == null ? file.dueAt() : answer.at();
    if (command.at().isAfter(deadlines.reopenableUntil(rules, answeredAt))) {
      return new Refused(RefusalReason.REOPENING_TOO_LATE);
    }
    Deadline due = deadlines.reopened(rules, command.at());
    return new Accepted(
        List.of(
            new CaseEvent.Reopened(
                file.version() + 1,
                0,
                command.at(),
                command.reason(),
                due.at(),
                due.explanation())),
        timers.begunAnew(file, due.at(), command.at()).toList());
  }
}
