package city.reception.events;

import java.time.Instant;
import java.util.List;

/**
 * The notice that an appeal was split among committees (59-FZ, article 8.4).
 *
 * @param parts its parts
 * @param reason why
 * @param splitBy who decided it
 */
public record SplitExplained(
    CaseSummary summary, Instant at, List<CasePart> parts, String reason, String splitBy)
    implements Reply {
  public SplitExplained {
    parts = List.copyOf(parts);
  }
}
