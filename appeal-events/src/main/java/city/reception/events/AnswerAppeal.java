package city.reception.events;

/**
 * Answer the appeal on the substance.
 *
 * @param text the answer, as the resident will read it
 */
public record AnswerAppeal(AppealId appealId, int expectedVersion, String actor, String text)
    implements CommitteeAction {

  public AnswerAppeal {
    Texts.require("actor", actor, Limits.NAME);
    Texts.require("text", text, Limits.TEXT);
  }
}
