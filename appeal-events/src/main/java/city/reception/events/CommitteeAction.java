package city.reception.events;

/**
 * What a committee does with a case it holds: {@code appeals.committee-action.<committee>.v1}. The
 * topic says which committee acts; whoever may write to it speaks for the committee. The event's id
 * is the action's id, and the outcome comes under it on {@code appeals.action-outcome.v1}.
 */
public sealed interface CommitteeAction extends AppealEvent
    permits TakeUpAppeal,
        RedirectAppeal,
        ExtendAppeal,
        AnswerAppeal,
        ForwardAppeal,
        SplitAppeal,
        AskClarification,
        RefuseAppeal,
        EndCorrespondence,
        RequestInformation,
        RecordRequestReply,
        AnswerCampaign {

  /**
   * The version of the case that the actor saw. The action is refused if it is no longer current.
   */
  int expectedVersion();

  /** The person who acts, as the committee names them. */
  String actor();
}
