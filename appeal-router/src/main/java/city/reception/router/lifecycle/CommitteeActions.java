package city.reception.router.lifecycle;

import city.reception.events.RefusalReason;
import city.reception.router.lifecycle.CaseCommand.Answer;
import city.reception.router.lifecycle.CaseCommand.OfCommittee;
import city.reception.router.lifecycle.CaseCommand.Redirect;
import city.reception.router.lifecycle.CaseCommand.TakeUp;
import city.reception.router.lifecycle.Decision.Refused;

/** What follows from what a committee asks. */
final class CommitteeActions {

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

  private static Decision onOpen(CaseState.Open state, OfCommittee command) {
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
      case Redirect redirect ->
          Decision.changing(
              new CaseEvent.Redirected(
                  next,
                  0,
                  redirect.at(),
                  redirect.by(),
                  redirect.to(),
                  redirect.reason(),
                  redirect.actor()));
      case Answer answer ->
          Decision.closing(
              file, new CaseEvent.Answered(next, 0, answer.at(), answer.text(), answer.actor()));
    };
  }
}
