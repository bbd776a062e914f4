package city.reception.events;

import org.jspecify.annotations.Nullable;

/**
 * What a committee answers to all members of a campaign that it holds.
 *
 * @param committee the committee
 * @param actor the person who answered, as the committee names them
 * @param text the answer, as each resident will read it
 * @param result what the answer comes to; null where nobody said: explained
 */
public record CampaignAnswer(
    CommitteeId committee, String actor, String text, @Nullable AnswerResult result) {}
