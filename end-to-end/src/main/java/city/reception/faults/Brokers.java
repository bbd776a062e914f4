package city.reception.faults;

import city.reception.local.kafka.BrokerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Three brokers in three processes. The services reach each by a wire, which it advertises to them;
 * the brokers reach each other, and the counting afterwards reaches them, directly.
 */
final class Brokers implements AutoCloseable {

  private final Map<Integer, Child> children = new TreeMap<>();
  private final Map<Integer, Wire> wires = new TreeMap<>();
  private final Map<Integer, Path> clocks = new TreeMap<>();
  private final Map<Integer, Place> places = new TreeMap<>();

  private record Place(int port, int wiredPort, int controllerPort) {}

  Brokers(Path folder, Path logs, Ports ports) {
    for (int node = 1; node <= Scale.BROKERS; node++) {
      places.put(node, new Place(ports.take(), ports.take(), ports.take()));
    }
    places.forEach((node, place) -> {
      String name = "kafka-" + node;
      Wire wire = new Wire("services>" + name, ports.take(), place.wiredPort());
      Path clock = folder.resolve(name + ".clock");
      wires.put(node, wire);
      clocks.put(node, clock);
      children.put(
          node,
          new Child(name, command(folder, node, place, wire, clock), logs, Brokers::saysReady));
    });
  }

  List<Child> children() {
    return List.copyOf(children.values());
  }

  Child child(int node) {
    return Objects.requireNonNull(children.get(node));
  }

  Wire wire(int node) {
    return Objects.requireNonNull(wires.get(node));
  }

  /** Where the services connect. */
  String wired() {
    return wires.values().stream()
        .map(wire -> "127.0.0.1:" + wire.port())
        .collect(Collectors.joining(","));
  }

  /** Where no fault is in the way. */
  String direct() {
    return places.values().stream()
        .map(place -> "127.0.0.1:" + place.port())
        .collect(Collectors.joining(","));
  }

  /** Sets a broker's clock off by so many milliseconds, at once and also after a restart. */
  void moveClock(int node, long millis) {
    try {
      Path file = Objects.requireNonNull(clocks.get(node));
      Path written = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(written, Long.toString(millis));
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    children.values().forEach(Child::close);
    wires.values().forEach(Wire::close);
  }

  private List<String> command(Path folder, int node, Place place, Wire wire, Path clock) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--node-id",
                Integer.toString(node),
                "--port",
                Integer.toString(place.port()),
                "--voters",
                places.entrySet().stream()
                    .map(voter -> voter.getKey() + "@" + voter.getValue().controllerPort())
                    .collect(Collectors.joining(",")),
                "--directory",
                folder.resolve("kafka-" + node).toString(),
                "--clock",
                clock.toString()));
    settings(place, wire)
        .forEach((name, value) -> arguments.addAll(List.of("--set", name + "=" + value)));
    return Jvm.command(
        "256m",
        BrokerProcess.class.getName(),
        List.of("-Dlogback.configurationFile=logback-command.xml"),
        arguments);
  }

  private static Map<String, String> settings(Place place, Wire wire) {
    return Map.of(
        "listeners",
        "CLIENTS://127.0.0.1:%d,WIRED://127.0.0.1:%d,CONTROLLERS://127.0.0.1:%d"
            .formatted(place.port(), place.wiredPort(), place.controllerPort()),
        "advertised.listeners",
        "CLIENTS://127.0.0.1:%d,WIRED://127.0.0.1:%d".formatted(place.port(), wire.port()),
        "listener.security.protocol.map",
        "CLIENTS:PLAINTEXT,WIRED:PLAINTEXT,CONTROLLERS:PLAINTEXT",
        // Notice a frozen follower, too, within seconds.
        "replica.lag.time.max.ms",
        "4000",
        "replica.socket.timeout.ms",
        "3000",
        "replica.fetch.wait.max.ms",
        "300");
  }

  private static boolean saysReady(Child broker) {
    try {
      return Files.readString(broker.log()).contains("ready: ");
    } catch (IOException e) {
      return false;
    }
  }
}
