package city.reception.router.lifecycle;

import city.reception.router.lifecycle.CaseCommand.AnswerMember;
import city.reception.router.lifecycle.CaseCommand.JoinCampaign;
import city.reception.router.lifecycle.CaseCommand.OfCampaign;

/**
 * What follows from what a campaign says to its members. Nothing is refused: of a member that is
 * over, or that the committee no longer holds, an answer to the others changes nothing.
 */
final class CampaignMembers {

  private CampaignMembers() {}

  static Decision decide(CaseState state, OfCampaign command) {
    return switch (state) {
      case CaseState.Unregistered() -> Decision.nothing();
      case CaseState.Unrouted(var _) -> Decision.nothing();
      case CaseState.Registered member ->
          switch (command) {
            case JoinCampaign join -> join(member.file(), join);
            case AnswerMember answer -> answer(member, answer);
          };
    };
  }

  private static Decision join(CaseFile file, JoinCampaign command) {
    return command.campaign().equals(file.progress().allTies().campaign())
        ? Decision.nothing()
        : Decision.changing(
            new CaseEvent.JoinedCampaign(
                file.version(), file.index() + 1, command.at(), command.campaign()));
  }

  private static Decision answer(CaseState.Registered member, AnswerMember command) {
    CaseFile file = member.file();
    return member instanceof CaseState.Open
            && !(member instanceof CaseState.Split)
            && command.by().equals(file.committee())
        ? Decision.closing(
            file,
            new CaseEvent.Answered(
                file.version() + 1,
                0,
                command.at(),
                command.text(),
                command.actor(),
                command.result()))
        : Decision.nothing();
  }
}
