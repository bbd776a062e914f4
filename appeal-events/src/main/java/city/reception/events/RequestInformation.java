package city.reception.events;

/**
 * Note that a deputy asked a body for information. It has a clock of its own: 15 days (Moscow's law
 * on the status of a deputy). The event's id is the request's id.
 *
 * @param body the body asked, by its name
 * @param question what was asked
 */
public record RequestInformation(
    AppealId appealId, int expectedVersion, String actor, String body, String question)
    implements CommitteeAction {

  public RequestInformation {
    Texts.require("actor", actor, Limits.NAME);
    Texts.require("body", body, Limits.NAME);
    Texts.require("question", question, Limits.TEXT);
  }
}
