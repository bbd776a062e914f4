package city.reception.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import city.reception.events.CommitteeId;
import city.reception.local.demo.Demo;
import city.reception.local.demo.Letters;
import city.reception.local.postgres.LocalPostgres;
import city.reception.local.reconciliation.Reconciler;
import city.reception.local.reconciliation.Report;
import city.reception.local.secrets.LocalSecrets;
import city.reception.local.system.DataFolder;
import city.reception.local.system.LocalPorts;
import city.reception.local.system.LocalPorts.Listener;
import city.reception.local.system.LocalSystem;
import city.reception.starter.committees.CommitteesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;

/** What {@code ./appeals demo} runs, stopped and started again. */
class LocalSystemTest {

  private static final Path COMMITTEES =
      Path.of("..", "config", "committees.yaml").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int LETTERS = 40;

  @TempDir Path root;

  @Test
  void whatIsPlayedReconcilesAndARestartLosesNothing() throws IOException {
    DataFolder folder = new DataFolder(root);
    LocalPorts ports = Reception.freePorts();
    Reconciler reconciler = reconciler(folder, ports);

    Demo.Played played;
    try (LocalSystem system = system(folder, ports)) {
      system.start();
      Letters samples = Letters.samples(LocalDate.now(ZoneId.of("Europe/Moscow")));
      played =
          new Demo(ports.url(Listener.INTAKE), ports.url(Listener.DESK), committees(), step -> {})
              .play(new Letters(samples.bodies().subList(0, LETTERS), 0, 0));
    }
    assertThatCode(ports::requireFree).doesNotThrowAnyException();

    try (LocalSystem system = system(folder, ports)) {
      system.start();
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(() -> {
            var found = reconciler.run();
            assertThat(Report.of(found, played.acknowledged(), played.answered()).findings())
                .isEmpty();
            assertThat(found.accepted()).hasSize(LETTERS);
            assertThat(mails(folder)).isEqualTo(found.notices().getOrDefault("SENT", 0L));
          });
    }
    assertThat(LocalPostgres.stop(folder.postgres())).as("a PostgreSQL left behind").isFalse();
  }

  private static LocalSystem system(DataFolder folder, LocalPorts ports) {
    return new LocalSystem(folder, ports, COMMITTEES, step -> {});
  }

  private static Reconciler reconciler(DataFolder folder, LocalPorts ports) {
    LocalSecrets secrets = LocalSecrets.in(folder.secrets());
    int port = ports.of(Listener.POSTGRES);
    return new Reconciler(
        ports.bootstrapServers(),
        LocalPostgres.database("router", port, secrets),
        LocalPostgres.database("notifications", port, secrets),
        committees(),
        Clock.systemUTC());
  }

  private static List<CommitteeId> committees() {
    return List.copyOf(CommitteesFile.read(new FileSystemResource(COMMITTEES)).ids());
  }

  private static long mails(DataFolder folder) throws IOException {
    try (Stream<Path> files = Files.list(folder.mail())) {
      return files.count();
    }
  }
}
