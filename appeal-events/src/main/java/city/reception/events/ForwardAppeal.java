package city.reception.events;

/**
 * Forward the appeal to a competent body outside (59-FZ, article 8.3): the case ends, and the
 * resident is told.
 *
 * @param toBody the body, by its name
 * @param reason why, for the resident
 */
public record ForwardAppeal(
    AppealId appealId, int expectedVersion, String actor, String toBody, String reason)
    implements CommitteeAction {

  public ForwardAppeal {
    Texts.require("actor", actor, Limits.NAME);
    Texts.require("toBody", toBody, Limits.NAME);
    Texts.require("reason", reason, Limits.REASON);
  }
}
