package city.reception.events;

/**
 * End the correspondence with somebody who repeats, without new arguments, what was answered before
 * (59-FZ, article 11.5). The case ends, and the resident is told.
 *
 * @param reason why, for the resident
 */
public record EndCorrespondence(AppealId appealId, int expectedVersion, String actor, String reason)
    implements CommitteeAction {

  public EndCorrespondence {
    Texts.require("actor", actor, Limits.NAME);
    Texts.require("reason", reason, Limits.REASON);
  }
}
