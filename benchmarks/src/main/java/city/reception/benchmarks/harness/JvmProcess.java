package city.reception.benchmarks.harness;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A JVM of its own, with the ordinary compilers, that runs one main class of our class path. */
public final class JvmProcess implements AutoCloseable {

  private static final Duration ORDERLY = Duration.ofSeconds(20);

  private final String name;
  private final Process process;
  private final Path log;

  private JvmProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * What to run.
   *
   * @param jvmOptions memory, collector and the like
   * @param classPath which entries of our own class path it gets
   * @param log where its output goes
   */
  record Start(
      String name,
      Class<?> main,
      List<String> arguments,
      List<String> jvmOptions,
      Predicate<String> classPath,
      Path log) {}

  static JvmProcess start(Start start) {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(start.classPath())
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Dlogback.configurationFile=logback-benchmarks.xml"));
    command.addAll(start.jvmOptions());
    command.addAll(List.of("-cp", classPath, Child.class.getName(), start.main().getName()));
    command.addAll(start.arguments());
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(start.log().toFile())
              .start();
      return new JvmProcess(start.name(), process, start.log());
    } catch (IOException e) {
      throw new IllegalStateException(start.name() + " cannot be started", e);
    }
  }

  /** Waits until {@code ready}; fails, with the end of its log, when it ends or takes too long. */
  void awaitReady(BooleanSupplier ready, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!ready.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "%s %s; its log ends:%n%s"
                .formatted(
                    name,
                    process.isAlive() ? "is not ready in time" : "ended at its start",
                    Logs.end(log)));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /** Waits for its end; fails, with the end of its log, when that is not a success. */
  void awaitEnd() throws InterruptedException {
    if (process.waitFor() != 0) {
      throw new IllegalStateException("%s failed; its log ends:%n%s".formatted(name, Logs.end(log)));
    }
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  public Path log() {
    return log;
  }

  /** Stops it in order, or hard when that takes too long. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(ORDERLY.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
