package city.reception.benchmarks.harness;

import java.net.URI;
import java.time.Duration;

/**
 * One of our services, or a peer of one, in a process of its own on a free port.
 *
 * @param startUp from the start of the process until it was ready
 */
public record Service(String name, int port, JvmProcess process, Duration startUp)
    implements AutoCloseable {

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  @Override
  public void close() {
    process.close();
  }
}
