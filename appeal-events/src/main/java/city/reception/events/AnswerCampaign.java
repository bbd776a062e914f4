package city.reception.events;

import org.jspecify.annotations.Nullable;

/**
 * Answer an appeal of a campaign, and with it every other open one that the same committee holds.
 *
 * @param text the answer, as each resident will read it
 * @param result what the answer comes to; null where nobody said: explained
 */
public record AnswerCampaign(
    AppealId appealId,
    int expectedVersion,
    String actor,
    String text,
    @Nullable AnswerResult result)
    implements CommitteeAction {

  public AnswerCampaign {
    Texts.require("actor", actor, Limits.NAME);
    Texts.require("text", text, Limits.TEXT);
  }
}
