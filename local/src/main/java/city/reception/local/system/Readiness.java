package city.reception.local.system;

import city.reception.local.system.LocalPorts.Listener;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Asks each service whether it is ready, until all are. */
final class Readiness {

  private static final List<Listener> SERVICES =
      List.of(Listener.INTAKE, Listener.DESK, Listener.ROUTER, Listener.NOTIFICATIONS);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Readiness() {}

  /**
   * Returns when all are ready or {@code given up} is true.
   *
   * @throws IllegalStateException when one is not within a minute
   */
  static void await(LocalPorts ports, BooleanSupplier givenUp) {
    Instant deadline = Instant.now().plus(PATIENCE);
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (Listener service : SERVICES) {
        URI address = URI.create(ports.url(service) + "/actuator/health/readiness");
        while (!givenUp.getAsBoolean() && !isReady(client, address)) {
          if (Instant.now().isAfter(deadline)) {
            throw new IllegalStateException(
                "%s is up but not ready: see %s".formatted(service.title(), address));
          }
          LockSupport.parkNanos(PAUSE.toNanos());
        }
      }
    }
  }

  private static boolean isReady(HttpClient client, URI address) {
    try {
      return client
              .send(
                  HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalSystem.StoppedException();
    }
  }
}
