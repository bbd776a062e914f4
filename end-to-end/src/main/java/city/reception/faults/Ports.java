package city.reception.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * Free ports of 127.0.0.1, below those that the system gives to outgoing connections and to who
 * asks for any: a process that starts later, or comes back, must find its port free.
 */
public final class Ports {

  private static final int LOWEST = 16_000;
  private static final int HIGHEST = 32_000;

  private int next = RandomGenerator.getDefault().nextInt(LOWEST, HIGHEST - 2_000);

  /** One that nobody listens on, and that this has not given before. */
  public synchronized int take() {
    while (true) {
      int port = next++;
      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (IOException taken) {
        if (next >= HIGHEST) {
          throw new IllegalStateException("no port is free", taken);
        }
      }
    }
  }
}
