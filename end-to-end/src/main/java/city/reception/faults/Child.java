package city.reception.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One process of the system, with a supervisor's care: where it ends by itself it is started again
 * after a second, as Compose or systemd would.
 */
final class Child implements AutoCloseable {

  private static final long SECOND = 1;

  private final String name;
  private final List<String> command;
  private final Path folder;
  private final Predicate<Child> ready;
  private final AtomicInteger endedByItself = new AtomicInteger();
  private int starts;
  private @Nullable Process process;
  private boolean wanted;

  /**
   * A process that is not started yet.
   *
   * @param folder where each start writes a log of its own
   */
  Child(String name, List<String> command, Path folder, Predicate<Child> ready) {
    this.name = name;
    this.command = command;
    this.folder = folder;
    this.ready = ready;
  }

  String name() {
    return name;
  }

  synchronized void start() {
    wanted = true;
    if (process != null && process.isAlive()) {
      return;
    }
    starts++;
    try {
      Process started =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log().toFile())
              .start();
      process = started;
      CompletableFuture<Void> _ = started.onExit().thenAccept(this::restart);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be started", e);
    }
  }

  /** What the process of the latest start wrote. */
  synchronized Path log() {
    return folder.resolve("%s-%d.log".formatted(name, starts));
  }

  /** SIGKILL; returns when it is gone. */
  synchronized void kill() {
    wanted = false;
    if (process != null) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  /** SIGSTOP: it keeps all it holds, and does nothing. */
  void freeze() {
    signal("-STOP");
  }

  /** SIGCONT. */
  void thaw() {
    signal("-CONT");
  }

  /** Whether it says of itself that it can work. */
  boolean isReady() {
    return isAlive() && ready.test(this);
  }

  /** How often it ended without being killed. */
  int endedByItself() {
    return endedByItself.get();
  }

  @Override
  public void close() {
    kill();
  }

  private synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  private synchronized void restart(Process ended) {
    if (wanted && ended.equals(process)) {
      endedByItself.incrementAndGet();
      CompletableFuture.delayedExecutor(SECOND, TimeUnit.SECONDS).execute(this::startIfWanted);
    }
  }

  private synchronized void startIfWanted() {
    if (wanted) {
      start();
    }
  }

  private synchronized void signal(String signal) {
    if (process == null || !process.isAlive()) {
      return;
    }
    try {
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
