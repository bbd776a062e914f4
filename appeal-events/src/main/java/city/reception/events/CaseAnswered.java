package city.reception.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The appeal was answered on the substance. The text is on {@code appeals.reply.v1} alone.
 *
 * @param result what the answer comes to; null where the appeal was answered in parts, or before
 *     results were kept
 */
public record CaseAnswered(CaseSummary summary, Instant at, @Nullable AnswerResult result)
    implements StatusChanged {

  /** An answer of which it is not known what it comes to. */
  public CaseAnswered(CaseSummary summary, Instant at) {
    this(summary, at, null);
  }
}
