package city.reception.local.system;

import city.reception.local.kafka.BrokerSettings;
import city.reception.local.kafka.LocalKafka;
import city.reception.local.mail.LocalMail;
import city.reception.local.postgres.LocalPostgres;
import city.reception.local.secrets.LocalSecrets;
import city.reception.local.system.LocalPorts.Listener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole system: PostgreSQL, Kafka and the mail server, then the services. It stops in the
 * opposite order, so that each part can finish its work with those it needs; and it can be stopped
 * at any moment, also while it starts.
 */
public final class LocalSystem implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LocalSystem.class);

  private final DataFolder folder;
  private final LocalPorts ports;
  private final Path committees;
  private final Consumer<String> progress;

  /** Held while the system starts or stops. */
  private final ReentrantLock changing = new ReentrantLock();

  private final Deque<Part> servers = new ArrayDeque<>();
  private final Deque<ConfigurableApplicationContext> services = new ConcurrentLinkedDeque<>();
  private volatile boolean stopping;

  private record Part(String name, AutoCloseable server) {}

  /** The system was stopped while it started. */
  public static final class StoppedException extends RuntimeException {
    StoppedException() {
      super("stopped before it was ready");
    }
  }

  public LocalSystem(
      DataFolder folder, LocalPorts ports, Path committees, Consumer<String> progress) {
    this.folder = folder;
    this.ports = ports;
    this.committees = committees;
    this.progress = progress;
  }

  /**
   * Starts everything and returns when every service says that it is ready. The caller closes the
   * system also when this fails.
   *
   * @throws StoppedException when it is closed meanwhile
   */
  public void start() {
    // The services share this JVM's log, which is set up by whoever runs the JVM.
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    changing.lock();
    try {
      LocalSecrets secrets = LocalSecrets.in(folder.secrets());
      LocalMail mail = LocalMail.start(0, folder.mail());
      servers.push(new Part("the mail server", mail));
      continueWith("starting PostgreSQL and Kafka");
      startServers(secrets);
      continueWith("starting the services");
      LocalServices local = new LocalServices(ports, secrets, committees, mail.port());
      together(local.starters().stream().<Runnable>map(s -> () -> services.add(s.get())).toList());
      continueWith("waiting until they are ready");
      Readiness.await(ports, () -> stopping);
      requireGoingOn();
    } finally {
      changing.unlock();
    }
  }

  /**
   * Stops what was started, services first. A start under way gets to its next step before that; a
   * second call does nothing.
   */
  @Override
  public void close() {
    stopping = true;
    changing.lock();
    try {
      together(services.stream().<Runnable>map(service -> service::close).toList());
      services.clear();
    } finally {
      // A service that does not stop in order must not leave Kafka and PostgreSQL running.
      while (!servers.isEmpty()) {
        close(servers.pop());
      }
      changing.unlock();
    }
  }

  /** PostgreSQL is put down first, so that Kafka is stopped before it. */
  private void startServers(LocalSecrets secrets) {
    CompletableFuture<LocalKafka> kafka =
        CompletableFuture.supplyAsync(() -> LocalKafka.start(broker()), LocalSystem::thread);
    try {
      servers.push(
          new Part(
              "PostgreSQL",
              LocalPostgres.start(
                  folder.postgres(),
                  ports.of(Listener.POSTGRES),
                  secrets,
                  LocalServices.DATABASES)));
    } finally {
      servers.push(new Part("Kafka", get(kafka)));
    }
  }

  private void continueWith(String step) {
    requireGoingOn();
    progress.accept(step);
  }

  private void requireGoingOn() {
    if (stopping) {
      throw new StoppedException();
    }
  }

  private BrokerSettings broker() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return BrokerSettings.single(ports.of(Listener.KAFKA), free.getLocalPort(), folder.kafka());
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free for Kafka's controller", e);
    }
  }

  private static void close(Part part) {
    try {
      part.server().close();
    } catch (Exception e) {
      log.error("{} did not stop in order", part.name(), e);
    }
  }

  /** Runs all at once and waits for each, also when one fails. */
  private static void together(List<Runnable> tasks) {
    get(
        CompletableFuture.allOf(
            tasks.stream()
                .map(task -> CompletableFuture.runAsync(task, LocalSystem::thread))
                .toArray(CompletableFuture<?>[]::new)));
  }

  private static <T> T get(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static void thread(Runnable task) {
    Thread.ofPlatform().name("start-or-stop").start(task);
  }
}
