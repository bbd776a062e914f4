package city.reception.events;

/**
 * Pass the appeal on to the committee whose business it is.
 *
 * @param reason why, for the receiving committee
 */
public record RedirectAppeal(
    AppealId appealId, int expectedVersion, String actor, CommitteeId toCommittee, String reason)
    implements CommitteeAction {

  public RedirectAppeal {
    Texts.require("actor", actor, Limits.NAME);
    Texts.require("reason", reason, Limits.REASON);
  }
}
