package city.reception.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovedTimeTest {

  private static final long HOUR = Duration.ofHours(1).toMillis();

  @TempDir Path folder;

  @Test
  void withoutAFileTheClockIsRight() {
    assertThat(ahead(MovedTime.by(folder.resolve("absent")))).isLessThan(HOUR / 2);
  }

  @Test
  void theWallClockFollowsTheFileAndTheMonotonicOneDoesNot() throws IOException {
    Path file = folder.resolve("clock");
    Time time = MovedTime.by(file);
    Files.writeString(file, Long.toString(HOUR));

    await().atMost(Duration.ofSeconds(10)).until(() -> ahead(time) > HOUR / 2);
    assertThat(time.nanoseconds() - Time.SYSTEM.nanoseconds())
        .isLessThan(Duration.ofMinutes(1).toNanos());
  }

  private static long ahead(Time time) {
    return time.milliseconds() - Time.SYSTEM.milliseconds();
  }
}
