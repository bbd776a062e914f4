package city.reception.events;

/** Anything that is said about one appeal on a topic. */
public sealed interface AppealEvent
    permits IntakeEvent,
        CommitteeMessage,
        CommitteeAction,
        ActionOutcome,
        CaseSignal,
        StatusChanged,
        Reply,
        NoticeDelivery {

  /** The appeal concerned: the key of the record and its CloudEvents {@code subject}. */
  AppealId appealId();
}
