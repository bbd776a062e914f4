package city.reception.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where one local installation keeps everything it has. */
public record DataFolder(Path root) {

  public DataFolder {
    root = root.toAbsolutePath().normalize();
  }

  public Path kafka() {
    return root.resolve("kafka");
  }

  public Path postgres() {
    return root.resolve("postgres");
  }

  /** Each delivered mail is one file here. */
  public Path mail() {
    return root.resolve("mail");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  public Path secrets() {
    return root.resolve("secrets");
  }

  Path running() {
    return root.resolve("running");
  }

  /** Removes all data; the logs stay, since somebody may be reading them. */
  public void clear() {
    for (Path part : List.of(kafka(), postgres(), mail(), secrets())) {
      delete(part);
    }
  }

  private static void delete(Path tree) {
    if (Files.notExists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the data cannot be removed: " + tree, e);
    }
  }
}
