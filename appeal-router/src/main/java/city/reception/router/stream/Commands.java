package city.reception.router.stream;

import city.reception.events.ActionOutcome;
import city.reception.events.AnswerAppeal;
import city.reception.events.AnswerCampaign;
import city.reception.events.AnswerRated;
import city.reception.events.AppealEvent;
import city.reception.events.AppealId;
import city.reception.events.AppealReceived;
import city.reception.events.AskClarification;
import city.reception.events.CampaignAnswer;
import city.reception.events.CampaignAnswered;
import city.reception.events.CampaignJoined;
import city.reception.events.CampaignMembersDue;
import city.reception.events.CaseSignal;
import city.reception.events.CaseTimer;
import city.reception.events.ChildEnded;
import city.reception.events.ChildOpened;
import city.reception.events.ClarificationGiven;
import city.reception.events.CommitteeAction;
import city.reception.events.CommitteeId;
import city.reception.events.CommitteeMessage;
import city.reception.events.ContactErasureRequested;
import city.reception.events.EndCorrespondence;
import city.reception.events.EventId;
import city.reception.events.ExtendAppeal;
import city.reception.events.ForwardAppeal;
import city.reception.events.IntakeEvent;
import city.reception.events.NoticeDelivery;
import city.reception.events.ParentClarified;
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
import city.reception.router.lifecycle.CaseCommand.Split.NewPart;
import city.reception.router.lifecycle.Ties;
import city.reception.starter.deadletter.UnprocessableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
   * @param ties to what a new appeal is tied
   */
  Optional<CaseCommand> of(
      Input.Decoded input,
      Function<AppealId, RegistrationNumber> number,
      Function<AppealId, Ties> ties) {
    return switch (input.event()) {
      case IntakeEvent event -> ofResident(input, event, number, ties);
      case CampaignMembersDue _ -> Optional.empty();
      case CommitteeAction action -> Optional.of(ofCommittee(input, action));
      case CaseSignal signal -> Optional.of(ofSignal(input, signal, number));
      case CommitteeMessage _, ActionOutcome _, StatusChanged _, Reply _, NoticeDelivery _ ->
          throw new UnprocessableException("not an input of a case");
    };
  }

  private static Optional<CaseCommand> ofResident(
      Input.Decoded input,
      IntakeEvent event,
      Function<AppealId, RegistrationNumber> number,
      Function<AppealId, Ties> ties) {
    Instant at = input.at();
    return switch (event) {
      case AppealReceived appeal ->
          Optional.of(
              new CaseCommand.Register(
                  number.apply(input.appeal()),
                  AppealContent.of(appeal, at),
                  Objects.requireNonNull(input.envelope().bodyDigest(), "checked when read"),
                  Objects.requireNonNull(input.route(), "routed when read"),
                  ties.apply(input.appeal()),
                  at));
      case WithdrawalRequested withdrawal ->
          Optional.of(new CaseCommand.Withdraw(withdrawal.reason(), at));
      case ClarificationGiven clarification ->
          Optional.of(new CaseCommand.Clarify(clarification.text(), at));
      case AnswerRated rating ->
          Optional.of(new CaseCommand.Rate(rating.score(), rating.comment(), at));
      case ReopeningRequested reopening ->
          Optional.of(new CaseCommand.Reopen(reopening.reason(), at));
      case ContactErasureRequested erasure -> Optional.empty();
    };
  }

  private CaseCommand ofCommittee(Input.Decoded input, CommitteeAction action) {
    CommitteeId by = Topics.actingCommittee(input.record().topic()).orElseThrow();
    int version = action.expectedVersion();
    String actor = action.actor();
    EventId id = input.envelope().id();
    Instant at = input.at();
    return switch (action) {
      case TakeUpAppeal _ -> new CaseCommand.TakeUp(by, version, actor, at);
      case RedirectAppeal redirect ->
          new CaseCommand.Redirect(
              by,
              version,
              actor,
              redirect.toCommittee(),
              committees.contains(redirect.toCommittee()),
              redirect.reason(),
              at);
      case ExtendAppeal extend ->
          new CaseCommand.Extend(by, version, actor, extend.days(), extend.reason(), at);
      case AnswerAppeal answer ->
          new CaseCommand.Answer(by, version, actor, answer.text(), answer.result(), at);
      case AnswerCampaign answer ->
          new CaseCommand.AnswerCampaign(by, version, actor, answer.text(), answer.result(), at);
      case ForwardAppeal forward ->
          new CaseCommand.Forward(by, version, actor, forward.toBody(), forward.reason(), at);
      case SplitAppeal split ->
          new CaseCommand.Split(
              by,
              version,
              actor,
              parts(split, new EventId(input.eventKey().toString())),
              split.reason(),
              at);
      case AskClarification ask ->
          new CaseCommand.AskClarification(by, version, actor, ask.question(), at);
      case RefuseAppeal refuse ->
          new CaseCommand.Refuse(
              by, version, actor, refuse.ground(), refuse.text(), refuse.publishedAt(), at);
      case EndCorrespondence end ->
          new CaseCommand.EndCorrespondence(by, version, actor, end.reason(), at);
      case RequestInformation request ->
          new CaseCommand.RequestInformation(
              by, version, actor, id, request.body(), request.question(), at);
      case RecordRequestReply reply ->
          new CaseCommand.RecordRequestReply(
              by, version, actor, reply.requestId(), reply.text(), at);
    };
  }

  /** The ids follow from the input: if it comes again, the cases are the same. */
  private List<NewPart> parts(SplitAppeal split, EventId key) {
    List<NewPart> parts = new ArrayList<>();
    for (SplitAppeal.Part part : split.parts()) {
      parts.add(
          new NewPart(
              AppealId.ofPart(split.appealId(), key, parts.size() + 1),
              part.committee(),
              committees.contains(part.committee()),
              part.question()));
    }
    return parts;
  }

  private static CaseCommand ofSignal(
      Input.Decoded input, CaseSignal signal, Function<AppealId, RegistrationNumber> number) {
    Instant at = input.at();
    return switch (signal) {
      case TimerDue due when due.timer() == CaseTimer.REQUEST_DUE ->
          new CaseCommand.RaiseRequest(due.generation(), at);
      case TimerDue due -> new CaseCommand.RaiseTimer(due.timer(), due.generation(), at);
      case ChildOpened opened ->
          new CaseCommand.OpenPart(number.apply(input.appeal()), opened.copy(), at);
      case ParentWithdrawn withdrawn ->
          new CaseCommand.WithdrawPart(number.apply(input.appeal()), withdrawn.copy(), at);
      case ParentExtended extended ->
          new CaseCommand.ExtendPart(
              number.apply(input.appeal()),
              extended.copy(),
              extended.days(),
              extended.reason(),
              extended.extendedBy(),
              at);
      case ParentClarified clarified ->
          new CaseCommand.ClarifyPart(
              number.apply(input.appeal()), clarified.copy(), clarified.text(), at);
      case CampaignJoined joined -> new CaseCommand.JoinCampaign(joined.campaign(), at);
      case CampaignAnswered answered -> ofCampaign(answered.answer(), at);
      case CampaignMembersDue _ -> throw new UnprocessableException("no business of a single case");
      case ChildEnded ended ->
          new CaseCommand.EndPart(
              ended.child(),
              ended.committee(),
              ended.outcome(),
              ended.result(),
              ended.explanation(),
              ended.text(),
              ended.publishedAt(),
              ended.actor(),
              at);
    };
  }

  private static CaseCommand ofCampaign(CampaignAnswer answer, Instant at) {
    return new CaseCommand.AnswerMember(
        answer.committee(), answer.actor(), answer.text(), answer.result(), at);
  }

  /** Whether the input is one with which a case may begin, and so needs a number set aside. */
  static boolean mayRegister(AppealEvent event) {
    return switch (event) {
      case AppealReceived _, ChildOpened _ -> true;
      case ParentWithdrawn _, ParentExtended _, ParentClarified _ -> true;
      case IntakeEvent _,
          CaseSignal _,
          CommitteeAction _,
          CommitteeMessage _,
          ActionOutcome _,
          StatusChanged _,
          Reply _,
          NoticeDelivery _ ->
          false;
    };
  }
}
