package city.reception.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The appeal was split; its parts are cases of their own (59-FZ, article 8.4).
 *
 * @param committees the committee of each part, in order
 * @param late whether that was after the term of the rules; null before this was noted
 */
public record CaseSplit(
    CaseSummary summary, Instant at, List<CommitteeId> committees, @Nullable Boolean late)
    implements StatusChanged {
  public CaseSplit {
    committees = List.copyOf(committees);
  }
}
