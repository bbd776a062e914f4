package city.reception.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server process that runs on a data folder, found by the file it keeps there. */
final class Postmaster {

  private final ProcessHandle process;

  private Postmaster(ProcessHandle process) {
    this.process = process;
  }

  /**
   * The server on {@code directory}, if one runs. A number in {@code postmaster.pid} that now
   * belongs to something else is not taken for it.
   */
  static Optional<Postmaster> of(Path directory) {
    List<String> lines;
    try {
      lines = Files.readAllLines(directory.resolve("postmaster.pid"));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL's pid file cannot be read", e);
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> serves(process, directory))
        .map(Postmaster::new);
  }

  long pid() {
    return process.pid();
  }

  /** Stops it with SIGINT, which PostgreSQL calls a fast shutdown, and waits until it is gone. */
  void stop(Duration patience) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "PostgreSQL (process %d) does not stop".formatted(process.pid()), e);
    } catch (IOException | ExecutionException e) {
      throw new IllegalStateException("PostgreSQL cannot be stopped", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while PostgreSQL stops", e);
    }
  }

  private static boolean serves(ProcessHandle process, Path directory) {
    boolean postgres =
        process
            .info()
            .command()
            .map(command -> Path.of(command).endsWith("postgres"))
            .orElse(false);
    boolean here =
        process
            .info()
            .arguments()
            .map(arguments -> List.of(arguments).contains(directory.toString()))
            .orElse(true);
    return postgres && here;
  }
}
