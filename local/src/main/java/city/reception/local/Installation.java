package city.reception.local;

import city.reception.classifier.LabelledText;
import city.reception.classifier.training.CsvTexts;
import city.reception.classifier.training.UnfitTextsException;
import city.reception.events.CommitteeId;
import city.reception.local.postgres.LocalPostgres;
import city.reception.local.reconciliation.Reconciler;
import city.reception.local.secrets.LocalSecrets;
import city.reception.local.system.DataFolder;
import city.reception.local.system.LocalPorts;
import city.reception.local.system.LocalPorts.Listener;
import city.reception.local.system.RunningSystem;
import city.reception.router.RoutingTables;
import city.reception.router.routing.RoutingTable;
import city.reception.starter.committees.CommitteesFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.FileSystemResource;

/**
 * The folder that the command was started from, and what belongs to it.
 *
 * @param home where {@code ./appeals} lies
 */
record Installation(Path home) {

  static Installation ofThisProcess() {
    return new Installation(Path.of(System.getProperty("reception.home", ".")).toAbsolutePath());
  }

  /** What {@code up} works on. */
  DataFolder data() {
    return new DataFolder(home.resolve(".local"));
  }

  /** What {@code demo} works on. */
  DataFolder demo() {
    return new DataFolder(home.resolve(".local").resolve("demo"));
  }

  Path committees() {
    return home.resolve("config").resolve("committees.yaml");
  }

  /** The committees of the installation, in the order of their file. */
  List<CommitteeId> committeeIds() {
    return List.copyOf(CommitteesFile.read(new FileSystemResource(committees())).ids());
  }

  /** Whose business each topic is. */
  RoutingTable routingTable() {
    return RoutingTables.of(CommitteesFile.read(new FileSystemResource(committees())));
  }

  /** The texts of which the starter model was made, in their order. */
  List<LabelledText> starterCorpus() throws UnfitTextsException {
    List<LabelledText> texts = new ArrayList<>();
    Path corpus =
        home.resolve("appeal-classifier").resolve("src").resolve("main").resolve("corpus");
    try (Stream<Path> files = Files.list(corpus)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
        texts.addAll(new CsvTexts(file, "text", "topic").read());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the starter corpus is not at " + corpus, e);
    }
    return texts;
  }

  /** What counts the appeals of the system that runs on {@code folder}. */
  Reconciler reconciler(DataFolder folder, LocalPorts ports) {
    LocalSecrets secrets = LocalSecrets.in(folder.secrets());
    int port = ports.of(Listener.POSTGRES);
    return new Reconciler(
        ports.bootstrapServers(),
        LocalPostgres.database(Listener.ROUTER.title(), port, secrets),
        LocalPostgres.database(Listener.NOTIFICATIONS.title(), port, secrets),
        committeeIds(),
        Clock.systemUTC());
  }

  /**
   * The folder on which the system runs just now.
   *
   * @throws IllegalStateException when it does not run
   */
  DataFolder requireRunning() {
    return Stream.of(data(), demo())
        .filter(folder -> RunningSystem.find(folder).isPresent())
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("nothing runs here; './appeals up' starts the system"));
  }
}
