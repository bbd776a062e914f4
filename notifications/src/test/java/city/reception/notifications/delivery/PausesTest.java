package city.reception.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.EventId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PausesTest {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  @Test
  void theyDoubleToALimitGiveOrTakeAFifth() {
    for (int attempt = 1; attempt < 200; attempt++) {
      long planned = Math.min(1000L << Math.min(attempt - 1, 20), LONGEST.toMillis());
      assertThat(Pauses.after(new EventId("notice-" + attempt), attempt, FIRST, LONGEST))
          .isBetween(Duration.ofMillis(planned * 8 / 10), Duration.ofMillis(planned * 12 / 10));
    }
  }

  @Test
  void noticesThatFailedTogetherDoNotComeBackTogether() {
    assertThat(Pauses.after(new EventId("one"), 5, FIRST, LONGEST))
        .isNotEqualTo(Pauses.after(new EventId("two"), 5, FIRST, LONGEST));
  }
}
