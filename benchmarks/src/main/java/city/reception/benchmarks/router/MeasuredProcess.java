package city.reception.benchmarks.router;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A JVM of its own that routes when it is told to; its log is a file. */
final class MeasuredProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final String name;
  private final Process process;
  private final BufferedWriter orders;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

  private MeasuredProcess(String name, Process process) {
    this.name = name;
    this.process = process;
    this.orders = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
  }

  /** Starts {@code main} on this JVM's class path; {@link #awaitReady} says when it is up. */
  static MeasuredProcess start(
      String name, Class<?> main, Path logs, List<String> jvm, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xms512m",
            "-Xmx512m",
            "-XX:+UseParallelGC",
            "-XX:NewRatio=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dlogback.configurationFile=logback-benchmarks.xml",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(jvm);
    command.addAll(List.of("-cp", classPath(), main.getName()));
    command.addAll(arguments);
    try {
      Files.createDirectories(logs);
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      MeasuredProcess measured = new MeasuredProcess(name, process);
      Path log = logs.resolve(name + ".log");
      // A virtual one would hold a carrier for as long as it waits, and there are few of these.
      Thread.ofPlatform().daemon().name(name + "-log").start(() -> measured.listen(log));
      return measured;
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be started", e);
    }
  }

  /** Without the libraries of other measures' peers, which would configure themselves here. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.contains("spring-modulith") && !entry.contains("jmolecules"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  void awaitReady() {
    await("ready");
  }

  void startRouting(int consumers) {
    tell(Reins.start(consumers));
  }

  void stopRouting() {
    tell(Reins.stop());
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Its input ends, and with it the process; one that does not listen is killed. */
  @Override
  public void close() {
    try {
      orders.close();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void tell(String order) {
    try {
      orders.write(order);
      orders.newLine();
      orders.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " does not listen", e);
    }
    await(order);
  }

  private void await(String expected) {
    try {
      String answer = answers.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (!expected.equals(answer)) {
        throw new IllegalStateException(
            "%s did not say '%s' but %s; see its log".formatted(name, expected, answer));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void listen(Path log) {
    try (BufferedReader lines =
            new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        Writer file = Files.newBufferedWriter(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(Reins.ANSWER)) {
          answers.add(line.substring(Reins.ANSWER.length()));
        } else {
          file.write(line);
          file.write('\n');
          file.flush();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      answers.add("nothing: it has ended");
    }
  }
}
