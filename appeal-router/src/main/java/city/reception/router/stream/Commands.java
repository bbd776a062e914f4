package city.reception.router.stream;

import city.reception.events.ActionOutcome;
import city.reception.events.AnswerAppeal;
import city.reception.events.AnswerCampaign;
import city.reception.events.AnswerRated;
import city.reception.events.AppealId;
import city.reception.events.AppealReceived;
import city.reception.events.AskClarification;
import city.reception.events.CaseSignal;
import city.reception.events.ChildEnded;
import city.reception.events.ChildOpened;
import city.reception.events.ClarificationGiven;
import city.reception.events.CommitteeAction;
import city.reception.events.CommitteeId;
import city.reception.events.CommitteeMessage;
import city.reception.events.ContactErasureRequested;
import city.reception.events.EndCorrespondence;
import city.reception.events.ExtendAppeal;
import city.reception.events.ForwardAppeal;
import city.reception.events.IntakeEvent;
import city.reception.events.NoticeDelivery;
import city.reception.events.ParentExtended;
import city.reception.events.ParentWithdrawn;
import city.reception.events.RecordRequestReply;
import city.reception.events.RedirectAppeal;
import city.reception.events.RefuseAppeal;
import city.reception.events.RegistrationNumber;
import city.reception.events.ReopeningRequested;
import city.reception.events.Reply;
import city.reception.events.RequestInformation;
import city.reception.events.SplitAppeal;
import city.reception.events.StatusChanged;
import city.reception.events.TakeUpAppeal;
import city.reception.events.TimerDue;
import city.reception.events.Topics;
import city.reception.events.WithdrawalRequested;
import city.reception.router.lifecycle.AppealContent;
import city.reception.router.lifecycle.CaseCommand;
import city.reception.starter.deadletter.UnprocessableException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Turns inputs into commands of the lifecycle. */
final class Commands {

  private final Set<CommitteeId> committees;

  Commands(Set<CommitteeId> committees) {
    this.committees = Set.copyOf(committees);
  }

  /**
   * The command that an input is; none where it is no business of the case.
   *
   * @param number the number of a case, or the one set aside for it
   */
  Optional<CaseCommand> of(Input.Decoded input, Function<AppealId, RegistrationNumber> number) {
    return switch (input.event()) {
      case IntakeEvent event -> ofResident(input, event, number);
      case CommitteeAction action -> Optional.of(ofCommittee(input, action));
      case CaseSignal signal -> Optional.of(ofTimer(input, signal));
      case CommitteeMessage _, ActionOutcome _, StatusChanged _, Reply _, NoticeDelivery _ ->
          throw new UnprocessableException("not an input of a case");
    };
  }

  private static Optional<CaseCommand> ofResident(
      Input.Decoded input, IntakeEvent event, Function<AppealId, RegistrationNumber> number) {
    return switch (event) {
      case AppealReceived appeal ->
          Optional.of(
              new CaseCommand.Register(
                  number.apply(input.appeal()),
                  AppealContent.of(appeal, input.at()),
                  Objects.requireNonNull(input.envelope().bodyDigest(), "checked when read"),
                  Objects.requireNonNull(input.route(), "routed when read"),
                  input.at()));
      case WithdrawalRequested withdrawal ->
          Optional.of(new CaseCommand.Withdraw(withdrawal.reason(), input.at()));
      case ContactErasureRequested erasure -> Optional.empty();
      case ClarificationGiven _, AnswerRated _, ReopeningRequested _ -> throw notYet();
    };
  }

  private CaseCommand ofCommittee(Input.Decoded input, CommitteeAction action) {
    CommitteeId by = Topics.actingCommittee(input.record().topic()).orElseThrow();
    int version = action.expectedVersion();
    Instant at = input.at();
    return switch (action) {
      case TakeUpAppeal takeUp -> new CaseCommand.TakeUp(by, version, takeUp.actor(), at);
      case RedirectAppeal redirect ->
          new CaseCommand.Redirect(
              by,
              version,
              redirect.actor(),
              redirect.toCommittee(),
              committees.contains(redirect.toCommittee()),
              redirect.reason(),
              at);
      case ExtendAppeal extend ->
          new CaseCommand.Extend(by, version, extend.actor(), extend.days(), extend.reason(), at);
      case AnswerAppeal answer ->
          new CaseCommand.Answer(by, version, answer.actor(), answer.text(), at);
      case ForwardAppeal _,
          SplitAppeal _,
          AskClarification _,
          RefuseAppeal _,
          EndCorrespondence _,
          RequestInformation _,
          RecordRequestReply _,
          AnswerCampaign _ ->
          throw notYet();
    };
  }

  private static UnprocessableException notYet() {
    return new UnprocessableException("the router cannot do this yet");
  }

  private static CaseCommand ofTimer(Input.Decoded input, CaseSignal signal) {
    return switch (signal) {
      case TimerDue due -> new CaseCommand.RaiseTimer(due.timer(), due.generation(), input.at());
      case ChildOpened _, ChildEnded _, ParentWithdrawn _, ParentExtended _ -> throw notYet();
    };
  }
}
