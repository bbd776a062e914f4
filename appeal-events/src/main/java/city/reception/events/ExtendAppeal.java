package city.reception.events;

/**
 * Extend the term within which the appeal is answered (59-FZ, article 12.2): once, and by no more
 * days than the rules of the case allow.
 *
 * @param days by how many
 * @param reason why, for the resident
 */
public record ExtendAppeal(
    AppealId appealId, int expectedVersion, String actor, int days, String reason)
    implements CommitteeAction {

  public ExtendAppeal {
    Texts.require("actor", actor, Limits.NAME);
    Texts.require("reason", reason, Limits.REASON);
  }
}
