package city.reception.events;

import org.jspecify.annotations.Nullable;

/**
 * A part of a split appeal has ended.
 *
 * @param appealId the appeal that was split
 * @param child the part's case
 * @param committee the committee that ended it
 * @param outcome how it ended
 * @param result what the answer comes to, where it was answered
 * @param explanation what its end means, where it was not answered
 * @param text the answer, or what was written instead of one
 * @param publishedAt the https address of an answer that is already published
 * @param actor who ended it
 */
public record ChildEnded(
    AppealId appealId,
    AppealId child,
    CommitteeId committee,
    AppealStatus outcome,
    @Nullable AnswerResult result,
    @Nullable LocalizedText explanation,
    @Nullable String text,
    @Nullable String publishedAt,
    String actor)
    implements CaseSignal {}
