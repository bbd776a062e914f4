package city.reception.notifications.delivery;

import city.reception.events.EventId;
import java.time.Duration;

/** How long to wait before an attempt is repeated. */
final class Pauses {

  private static final int SPREAD_PERCENT = 20;

  private Pauses() {}

  /**
   * The pause after the given attempt: it doubles from {@code first} to {@code longest}, give or
   * take a fifth that follows from the notice, so that what failed together does not come back
   * together.
   */
  static Duration after(EventId notice, int attempt, Duration first, Duration longest) {
    long millis = first.toMillis() << Math.min(attempt - 1, 20);
    long capped = Math.min(millis, longest.toMillis());
    int percent =
        Math.floorMod(31 * notice.value().hashCode() + attempt, 2 * SPREAD_PERCENT + 1)
            - SPREAD_PERCENT;
    return Duration.ofMillis(capped + capped * percent / 100);
  }
}
