package city.reception.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check that Docker runs in each of our containers. */
class ReadyCheckTest {

  @ParameterizedTest
  @CsvSource({"200, 0", "503, 1", "404, 1"})
  void believesTheReadinessEndpoint(int status, int exit) throws Exception {
    HttpServer service =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    service.createContext(
        "/actuator/health/readiness",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    service.start();
    try {
      assertThat(check(service.getAddress().getPort())).isEqualTo(exit);
    } finally {
      service.stop(0);
    }
  }

  @Test
  void aServiceThatDoesNotListenIsNotReady() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    assertThat(check(free)).isEqualTo(1);
  }

  private static int check(int port) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Compose.REPOSITORY.resolve("deploy/ready").toString(), Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the check does not end");
    }
    return process.exitValue();
  }
}
