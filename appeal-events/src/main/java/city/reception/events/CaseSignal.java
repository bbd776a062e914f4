package city.reception.events;

/** What the router tells itself: {@code appeals.case-signal.v1}. */
public sealed interface CaseSignal extends AppealEvent
    permits TimerDue,
        ChildOpened,
        ChildEnded,
        ParentWithdrawn,
        ParentExtended,
        ParentClarified,
        CampaignJoined,
        CampaignAnswered,
        CampaignMembersDue {}
