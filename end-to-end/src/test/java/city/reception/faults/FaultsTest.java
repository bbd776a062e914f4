package city.reception.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One seed on a smaller system. The whole suite is {@code ./appeals faults}. */
class FaultsTest {

  /** Freezes a router, fills the producer's buffer, and kills a broker. */
  private static final long SEED = 12;

  @Test
  @Timeout(1_200)
  void whatBreaksIsMadeGoodAndNothingIsLostOrDoneTwice() {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    Faults.Request request = new Faults.Request(SEED, 1, Duration.ofSeconds(18), Scale.SHORT);

    List<SeedRun.Result> results = new Faults(new PrintStream(told, true, UTF_8)).run(request);

    assertThat(results).as(told.toString(UTF_8)).hasSize(1).allMatch(SeedRun.Result::held);
    assertThat(results.getFirst().counts().get("accepted")).isPositive();
  }
}
