package city.reception.events;

import java.time.Instant;
import java.util.List;

/**
 * The appeal was split; its parts are cases of their own (59-FZ, article 8.4).
 *
 * @param committees the committee of each part, in order
 */
public record CaseSplit(CaseSummary summary, Instant at, List<CommitteeId> committees)
    implements StatusChanged {
  public CaseSplit {
    committees = List.copyOf(committees);
  }
}
