package city.reception.local.postgres;

import city.reception.local.secrets.LocalSecrets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts a server and waits to be killed. */
final class PostgresOfAnotherJvm {

  static final String READY = "ready";

  private PostgresOfAnotherJvm() {}

  @SuppressWarnings("resource")
  public static void main(String[] args) throws InterruptedException {
    LocalPostgres.start(
        Path.of(args[0]),
        Integer.parseInt(args[1]),
        LocalSecrets.in(Path.of(args[2])),
        List.of("intake", "router"));
    System.out.println(READY); // The test that started this JVM waits for this line.
    new CountDownLatch(1).await();
  }
}
