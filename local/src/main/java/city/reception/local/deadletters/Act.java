package city.reception.local.deadletters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operator did with a parked record.
 *
 * @param parked the record's id
 * @param identity what it was the parking of
 * @param actor who did it
 * @param reason why; a replay needs none
 */
public record Act(
    Kind kind, String parked, String identity, String actor, @Nullable String reason, Instant at) {

  /** What can be done. */
  public enum Kind {
    /** Appended again to the topic it came from. */
    REPLAYED,
    /** Left where it is, for good. */
    DISCARDED
  }
}
