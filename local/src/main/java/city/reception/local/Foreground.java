package city.reception.local;

import city.reception.local.postgres.LocalPostgres;
import city.reception.local.system.DataFolder;
import city.reception.local.system.LocalPorts;
import city.reception.local.system.LocalPorts.Listener;
import city.reception.local.system.LocalSystem;
import city.reception.local.system.LocalSystem.StoppedException;
import city.reception.local.system.RunningSystem;
import city.reception.local.system.RunningSystem.Claim;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * The system as the work of this process: SIGINT and SIGTERM stop it in order, however far it has
 * come.
 */
final class Foreground {

  private final Installation installation;
  private final DataFolder folder;
  private final LocalPorts ports;
  private final Console console;

  private final AtomicInteger status = new AtomicInteger();

  Foreground(Installation installation, DataFolder folder, LocalPorts ports, Console console) {
    this.installation = installation;
    this.folder = folder;
    this.ports = ports;
    this.console = console;
  }

  /**
   * Starts everything, on an empty folder where {@code fresh}, and says so in one line that begins
   * with {@code ready:}. When it fails, what had been started is stopped.
   */
  void start(boolean fresh) {
    long begin = System.nanoTime();
    Claim claim = RunningSystem.claim(folder, ports);
    logTo(folder);
    if (LocalPostgres.stop(folder.postgres())) {
      console.say("stopped the PostgreSQL that an earlier run had left behind");
    }
    ports.requireFree();
    if (fresh) {
      folder.clear();
    }
    LocalSystem system = new LocalSystem(folder, ports, installation.committees(), console::say);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system, claim), "stop"));
    try {
      system.start();
    } catch (StoppedException e) {
      stay();
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(Foreground.class).info("the start failed", e);
      status.set(1);
      throw e;
    }
    console.say(readyLine(Duration.ofNanos(System.nanoTime() - begin)));
  }

  /** Does something with the system; when it fails, the process will end with 1. */
  int whileUp(IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (RuntimeException e) {
      status.set(1);
      throw e;
    }
  }

  /** Returns never: the process ends when it is told to. */
  int stay() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return status.get();
  }

  /** Ends the process with {@code exitStatus}, the system first. */
  int finish(int exitStatus) {
    status.set(exitStatus);
    System.exit(exitStatus);
    return exitStatus;
  }

  /** The only shutdown hook there is, so that nothing stops beside the order. */
  private void stop(LocalSystem system, Claim claim) {
    console.say("stopping");
    try {
      system.close();
      claim.close();
      console.say("stopped");
    } catch (RuntimeException | IOException e) {
      console.complain("not everything stopped in order: " + e.getMessage());
      status.compareAndSet(0, 1);
    }
    Runtime.getRuntime().halt(status.get());
  }

  private String readyLine(Duration taken) {
    return "ready: intake %s, desk %s, router %s, notifications %s, Kafka %s, PostgreSQL 127.0.0.1:%d, mail in %s (%.1f s)"
        .formatted(
            ports.url(Listener.INTAKE),
            ports.url(Listener.DESK),
            ports.url(Listener.ROUTER),
            ports.url(Listener.NOTIFICATIONS),
            ports.bootstrapServers(),
            ports.of(Listener.POSTGRES),
            folder.mail(),
            taken.toMillis() / 1000.0);
  }

  /** Must come before the first log line of anybody. */
  private static void logTo(DataFolder folder) {
    System.setProperty("reception.logs", folder.logs().toString());
    System.setProperty("logback.configurationFile", "logback-local.xml");
    // Tomcat and others log through the JDK.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
