package city.reception.local.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/** The ports of 127.0.0.1 that the system listens on. */
public record LocalPorts(Map<Listener, Integer> byListener) {

  /** Who listens. */
  public enum Listener {
    INTAKE("intake", 8080),
    DESK("desk", 8081),
    ROUTER("router", 8082),
    NOTIFICATIONS("notifications", 8083),
    KAFKA("kafka", 9092),
    POSTGRES("postgres", 5433);

    private final String title;
    private final int port;

    Listener(String title, int port) {
      this.title = title;
      this.port = port;
    }

    /** Its name in options, folders and databases. */
    public String title() {
      return title;
    }

    /** The option of the command that sets its port. */
    public String option() {
      return "--" + title + "-port";
    }
  }

  /** A port that the system needs is taken; the message names it and the option to change it. */
  public static final class PortTakenException extends RuntimeException {
    PortTakenException(Listener listener, int port) {
      super(
          "port %d on 127.0.0.1 is taken, and %s needs it. Stop what listens there ('./appeals down' if it is an earlier run), or choose another with %s PORT"
              .formatted(port, listener.title, listener.option()));
    }
  }

  public LocalPorts {
    for (Listener listener : Listener.values()) {
      if (!byListener.containsKey(listener)) {
        throw new IllegalArgumentException("no port for " + listener.title);
      }
    }
    byListener = Map.copyOf(byListener);
    if (byListener.values().stream().distinct().count() < byListener.size()) {
      throw new IllegalArgumentException("one port is given twice: " + byListener);
    }
  }

  /** The default ports, except where {@code chosen} says otherwise. */
  public static LocalPorts with(Map<Listener, Integer> chosen) {
    Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
    for (Listener listener : Listener.values()) {
      ports.put(listener, chosen.getOrDefault(listener, listener.port));
    }
    return new LocalPorts(ports);
  }

  /** The port of one listener. */
  public int of(Listener listener) {
    return byListener.getOrDefault(listener, listener.port);
  }

  /** Where a service's pages and interfaces begin. */
  public String url(Listener listener) {
    return "http://127.0.0.1:" + of(listener);
  }

  /** Where Kafka's clients connect. */
  public String bootstrapServers() {
    return "127.0.0.1:" + of(Listener.KAFKA);
  }

  /**
   * Makes sure that nobody listens on any of them.
   *
   * @throws PortTakenException when somebody does
   */
  public void requireFree() {
    for (Listener listener : Listener.values()) {
      try (ServerSocket socket = new ServerSocket()) {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), of(listener)));
      } catch (IOException e) {
        throw new PortTakenException(listener, of(listener));
      }
    }
  }

  void writeTo(Properties properties) {
    byListener.forEach(
        (listener, port) -> properties.setProperty(listener.option(), Integer.toString(port)));
  }

  static LocalPorts readFrom(Properties properties) {
    Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
    for (Listener listener : Listener.values()) {
      ports.put(listener, Integer.valueOf(properties.getProperty(listener.option())));
    }
    return new LocalPorts(ports);
  }
}
