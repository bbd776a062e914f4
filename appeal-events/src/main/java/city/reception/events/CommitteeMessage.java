package city.reception.events;

/** What the router tells one committee: {@code appeals.routed.<committee>.v1}. */
public sealed interface CommitteeMessage extends AppealEvent
    permits AppealRouted,
        CommitteeReminded,
        ClarificationReceived,
        RatingReceived,
        InformationRequested,
        RequestReplied,
        AppealJoinedCampaign {

  /** The case as it stands. */
  CaseSummary summary();

  @Override
  default AppealId appealId() {
    return summary().appealId();
  }
}
