package city.reception.events;

/** The action was done. */
public record ActionDone(EventId actionId, AppealId appealId, Integer version)
    implements ActionOutcome {}
