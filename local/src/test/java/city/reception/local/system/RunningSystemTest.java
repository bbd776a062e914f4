package city.reception.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.local.system.LocalPorts.Listener;
import city.reception.local.system.RunningSystem.AlreadyRunningException;
import city.reception.local.system.RunningSystem.Claim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningSystemTest {

  private static final LocalPorts PORTS = LocalPorts.with(Map.of(Listener.DESK, 18_081));

  @TempDir Path root;

  @Test
  void aLaterCommandFindsTheProcessAndItsPorts() throws IOException {
    DataFolder folder = new DataFolder(root);
    Claim claim = RunningSystem.claim(folder, PORTS);

    assertThat(RunningSystem.find(folder))
        .hasValueSatisfying(running -> {
          assertThat(running.process()).isEqualTo(ProcessHandle.current());
          assertThat(running.ports()).isEqualTo(PORTS);
        });
    claim.close();
  }

  @Test
  void aSecondOneOnTheSameFolderIsRefused() throws IOException {
    DataFolder folder = new DataFolder(root);
    Claim claim = RunningSystem.claim(folder, PORTS);

    assertThatThrownBy(() -> RunningSystem.claim(folder, PORTS))
        .isInstanceOf(AlreadyRunningException.class)
        .hasMessageContaining("as process " + ProcessHandle.current().pid())
        .hasMessageContaining("./appeals down");
    claim.close();
  }

  @Test
  void aStrangerWithTheSameNumberIsNotTakenForIt() throws IOException {
    DataFolder folder = new DataFolder(root);
    RunningSystem.claim(folder, PORTS).close();
    Path file = root.resolve("running");
    String changed =
        Files.readString(file, UTF_8)
            .replaceAll("(?m)^began=.*$", "began=2001-01-01T00\\\\:00\\\\:00Z");
    Files.writeString(file, changed, UTF_8);

    assertThat(RunningSystem.find(folder)).isEmpty();
  }

  @Test
  void whereNothingEverRanNothingIsFound() {
    assertThat(RunningSystem.find(new DataFolder(root))).isEmpty();
  }
}
