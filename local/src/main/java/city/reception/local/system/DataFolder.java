package city.reception.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

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
    try {
      FileSystemUtils.deleteRecursively(tree);
    } catch (IOException e) {
      throw new UncheckedIOException("the data cannot be removed: " + tree, e);
    }
  }
}
