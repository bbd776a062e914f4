package city.reception.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a part of a split appeal.
 *
 * @param part the part
 * @param outcome how it ended
 * @param explanation what that means, where it was not answered
 * @param text the answer, or what was written instead of one
 * @param publishedAt the https address of an answer that is already published
 * @param answeredBy who signed it
 */
public record PartAnswerGiven(
    CaseSummary summary,
    Instant at,
    CasePart part,
    AppealStatus outcome,
    @Nullable LocalizedText explanation,
    @Nullable String text,
    @Nullable String publishedAt,
    String answeredBy)
    implements Reply {}
