package city.reception.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The notice that an appeal gets no answer on the substance, and why (59-FZ, articles 11 and 8.7).
 *
 * @param ground why
 * @param explanation what the ground means, by which article
 * @param text what was written beside it
 * @param publishedAt the https address of an answer that is already published
 * @param refusedBy who decided it
 */
public record RefusalExplained(
    CaseSummary summary,
    Instant at,
    RefusalGround ground,
    LocalizedText explanation,
    @Nullable String text,
    @Nullable String publishedAt,
    String refusedBy)
    implements Reply {}
