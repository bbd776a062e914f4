package city.reception.events;

/**
 * Ask the resident what they mean. The clock does not stop.
 *
 * @param question the question, as the resident will read it
 */
public record AskClarification(
    AppealId appealId, int expectedVersion, String actor, String question)
    implements CommitteeAction {

  public AskClarification {
    Texts.require("actor", actor, Limits.NAME);
    Texts.require("question", question, Limits.TEXT);
  }
}
