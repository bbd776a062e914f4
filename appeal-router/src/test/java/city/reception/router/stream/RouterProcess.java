package city.reception.router.stream;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.router.RouterApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A router in a process of its own, which the signals of the operating system reach. */
final class RouterProcess implements AutoCloseable {

  private final Process process;
  private final String name;

  private RouterProcess(Process process, String name) {
    this.process = process;
    this.name = name;
  }

  /** Starts it and returns at once. */
  static RouterProcess start(Path log, String name, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-cp",
                System.getProperty("java.class.path"),
                RouterApplication.class.getName()));
    command.addAll(arguments);
    try {
      return new RouterProcess(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start(),
          name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return name;
  }

  /** SIGSTOP: it does nothing at all, and holds whatever it holds. */
  void freeze() {
    signal("STOP");
  }

  /** SIGCONT: it goes on as if no time had passed. */
  void thaw() {
    signal("CONT");
  }

  /** SIGKILL; returns when it is gone. */
  void kill() {
    process.destroyForcibly();
    try {
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void signal(String signal) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start();
      assertThat(kill.waitFor()).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
