package city.reception.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealId;
import city.reception.intake.trackingcode.BodyDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecentSubmissionsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final RecentSubmissions recent =
      new RecentSubmissions(
          new SubmissionProperties(1024, 3, Duration.ofHours(1), Duration.ZERO, ZoneOffset.UTC));
  private final AppealId appeal = new AppealId(UUID.randomUUID());
  private final BodyDigest one = digest(1);
  private final BodyDigest other = digest(2);

  @Test
  void anIdBelongsToTheFirstBodyFromTheMomentItIsSent() {
    assertThat(recent.reserve(appeal, one)).isTrue();
    assertThat(recent.reserve(appeal, other)).isFalse();
    assertThat(recent.reserve(appeal, one)).isTrue();
  }

  @Test
  void whatWasNotAcceptedFreesItsIdUnlessARepeatOfItIsOnItsWay() {
    assertThat(recent.reserve(appeal, one)).isTrue();
    assertThat(recent.reserve(appeal, one)).isTrue();
    recent.released(appeal, one);
    assertThat(recent.reserve(appeal, other)).isFalse();
    recent.released(appeal, one);
    assertThat(recent.reserve(appeal, other)).isTrue();
  }

  @Test
  void whatMayHaveBeenAcceptedKeepsItsId() {
    assertThat(recent.reserve(appeal, one)).isTrue();
    recent.unknown(appeal, one);
    assertThat(recent.reserve(appeal, other)).isFalse();
  }

  @Test
  void aRepeatThatIsNotAcceptedDoesNotFreeWhatIsInTheLog() {
    assertThat(recent.reserve(appeal, one)).isTrue();
    recent.acknowledged(appeal, one, NOW);
    assertThat(recent.reserve(appeal, one)).isTrue();
    recent.released(appeal, one);
    assertThat(recent.reserve(appeal, other)).isFalse();
    assertThat(recent.receivedAt(appeal)).isEqualTo(NOW);
  }

  @Test
  void whatTheLogHoldsFirstCounts() {
    assertThat(recent.reserve(appeal, one)).isTrue();
    recent.learn(appeal, other, NOW);
    recent.learn(appeal, one, NOW.plusSeconds(1));
    recent.acknowledged(appeal, one, NOW.plusSeconds(1));

    assertThat(recent.digestHead(appeal)).hasValue(other.head());
    assertThat(recent.reserve(appeal, one)).isFalse();
    assertThat(recent.receivedAt(appeal)).isEqualTo(NOW);
  }

  @Test
  void theOldestAreForgotten() {
    recent.learn(appeal, one, NOW);
    for (int i = 0; i < 3; i++) {
      recent.learn(new AppealId(UUID.randomUUID()), one, NOW);
    }
    assertThat(recent.digestHead(appeal)).isEmpty();
    assertThat(recent.reserve(appeal, other)).isTrue();
  }

  private static BodyDigest digest(int first) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) first;
    return new BodyDigest(bytes);
  }
}
