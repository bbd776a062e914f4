package city.reception.intake.tracking;

import java.util.List;

/** Keeps what residents may see. */
public interface TrackingStore {

  /**
   * Stores all of it or, by throwing, nothing. What is already there stays as it is, so the same
   * may come any number of times and in any order.
   */
  void store(List<TrackedEvent> events, List<TrackedNotice> notices);
}
