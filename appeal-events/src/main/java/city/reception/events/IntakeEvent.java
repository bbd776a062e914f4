package city.reception.events;

/**
 * What came from a resident, in the order in which it came: {@code appeals.received.v1}. Later acts
 * of a resident share the topic and the key with their appeal and so can never overtake it.
 */
public sealed interface IntakeEvent extends AppealEvent
    permits AppealReceived,
        WithdrawalRequested,
        ContactErasureRequested,
        ClarificationGiven,
        AnswerRated,
        ReopeningRequested {}
