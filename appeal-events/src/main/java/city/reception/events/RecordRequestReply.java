package city.reception.events;

/**
 * Note what a body replied to a request.
 *
 * @param requestId the id of the event that noted the request
 * @param text the reply
 */
public record RecordRequestReply(
    AppealId appealId, int expectedVersion, String actor, EventId requestId, String text)
    implements CommitteeAction {

  public RecordRequestReply {
    Texts.require("actor", actor, Limits.NAME);
    Texts.require("text", text, Limits.TEXT);
  }
}
