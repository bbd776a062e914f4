package city.reception.events;

import org.jspecify.annotations.Nullable;

/**
 * Answer the appeal on the substance.
 *
 * @param text the answer, as the resident will read it
 * @param result what the answer comes to; null where nobody said: explained
 */
public record AnswerAppeal(
    AppealId appealId,
    int expectedVersion,
    String actor,
    String text,
    @Nullable AnswerResult result)
    implements CommitteeAction {

  public AnswerAppeal {
    Texts.require("actor", actor, Limits.NAME);
    Texts.require("text", text, Limits.TEXT);
  }

  /** An answer of which nobody said what it comes to. */
  public AnswerAppeal(AppealId appealId, int expectedVersion, String actor, String text) {
    this(appealId, expectedVersion, actor, text, null);
  }
}
