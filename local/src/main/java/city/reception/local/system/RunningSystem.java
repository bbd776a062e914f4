package city.reception.local.system;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The process that runs the system on a data folder. It leaves its number, the moment it began and
 * its ports there, so that a later command finds it, and finds no stranger who has since been given
 * the same number.
 */
public record RunningSystem(ProcessHandle process, LocalPorts ports) {

  private static final String PID = "pid";
  private static final String BEGAN = "began";

  /** Somebody else runs on the data folder. */
  public static final class AlreadyRunningException extends RuntimeException {
    AlreadyRunningException(DataFolder folder) {
      super(
          "the system already runs on %s%s; './appeals down' stops it"
              .formatted(
                  folder.root(),
                  find(folder).map(r -> " as process " + r.process.pid()).orElse("")));
    }
  }

  /** This process's right to the data folder. Lost when the process ends, however it ends. */
  public record Claim(FileChannel channel, FileLock lock) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** The system that runs on {@code folder}, if one does. */
  public static Optional<RunningSystem> find(DataFolder folder) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.running())) {
      properties.load(reader);
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("it cannot be read what runs on " + folder.root(), e);
    }
    if (!properties.containsKey(PID)) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(properties.getProperty(PID)))
        .filter(process -> began(process).equals(properties.getProperty(BEGAN)))
        .map(process -> new RunningSystem(process, LocalPorts.readFrom(properties)));
  }

  /**
   * Claims {@code folder} for this process and leaves word of it there.
   *
   * @throws AlreadyRunningException when another process has it
   */
  @SuppressWarnings("resource")
  public static Claim claim(DataFolder folder, LocalPorts ports) {
    try {
      Files.createDirectories(folder.root());
      FileChannel channel =
          FileChannel.open(
              folder.root().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new AlreadyRunningException(folder);
      }
      announce(folder, ports);
      return new Claim(channel, lock);
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder cannot be used: " + folder.root(), e);
    }
  }

  /**
   * Asks the process to stop in order, and waits.
   *
   * @return whether it has stopped within {@code patience}
   */
  public boolean stop(Duration patience) throws InterruptedException {
    process.destroy();
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the process cannot be watched", e);
    }
  }

  private static void announce(DataFolder folder, LocalPorts ports) throws IOException {
    Properties properties = new Properties();
    properties.setProperty(PID, Long.toString(ProcessHandle.current().pid()));
    properties.setProperty(BEGAN, began(ProcessHandle.current()));
    ports.writeTo(properties);
    Path file = folder.running();
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
  }

  private static String began(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
