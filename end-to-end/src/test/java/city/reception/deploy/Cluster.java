package city.reception.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.deploy.Compose.Service;
import city.reception.local.kafka.BrokerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The compose file's three brokers, with its settings, as three processes of this machine. */
final class Cluster implements AutoCloseable {

  /** Where a broker is and how it is reached differs between containers and processes. */
  private static final Set<String> PLACE =
      Set.of(
          "node.id",
          "process.roles",
          "listeners",
          "advertised.listeners",
          "listener.security.protocol.map",
          "inter.broker.listener.name",
          "controller.listener.names",
          "controller.quorum.voters",
          "log.dirs");

  private final Path folder;
  private final Map<Integer, Node> nodes = new TreeMap<>();
  private final Map<Integer, Process> processes = new HashMap<>();

  /** One broker: where it listens, as a broker and as a controller, and its settings. */
  private record Node(int port, int controllerPort, Map<String, String> settings) {}

  private Cluster(Path folder) {
    this.folder = folder;
  }

  /** Starts all three and returns when each serves. */
  static Cluster start(Path folder, Compose compose) {
    Cluster cluster = new Cluster(folder);
    List<Integer> free = freePorts(2 * compose.brokers().size());
    for (Service broker : compose.brokers()) {
      Map<String, String> common = broker.brokerSettings();
      int node = Integer.parseInt(String.valueOf(common.get("node.id")));
      common.keySet().removeAll(PLACE);
      cluster.nodes.put(node, new Node(free.removeFirst(), free.removeFirst(), common));
    }
    cluster.nodes().forEach(cluster::start);
    cluster.nodes().forEach(cluster::awaitReady);
    return cluster;
  }

  List<Integer> nodes() {
    return List.copyOf(nodes.keySet());
  }

  String bootstrapServers() {
    return nodes.values().stream()
        .map(node -> "127.0.0.1:" + node.port())
        .collect(Collectors.joining(","));
  }

  /** Starts a broker on its folder. */
  void start(int node) {
    Node broker = Objects.requireNonNull(nodes.get(node));
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                "--node-id",
                Integer.toString(node),
                "--port",
                Integer.toString(broker.port()),
                "--voters",
                nodes.entrySet().stream()
                    .map(voter -> voter.getKey() + "@" + voter.getValue().controllerPort())
                    .collect(Collectors.joining(",")),
                "--directory",
                folder.resolve("kafka-" + node).toString()));
    broker
        .settings()
        .forEach((name, value) -> command.addAll(List.of("--set", name + "=" + value)));
    try {
      Files.deleteIfExists(output(node));
      processes.put(
          node,
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output(node).toFile())
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the broker says that it serves. */
  void awaitReady(int node) {
    await("broker " + node)
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> {
          assertThat(process(node).isAlive()).as(Files.readString(output(node))).isTrue();
          assertThat(Files.readString(output(node))).contains("ready: ");
        });
  }

  /** Ends a broker with SIGKILL, as a power cut would, and returns when it is gone. */
  void kill(int node) throws InterruptedException {
    Process process = process(node);
    process.destroyForcibly();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Override
  public void close() {
    processes.values().forEach(Process::destroyForcibly);
    processes
        .values()
        .forEach(process -> await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive()));
  }

  private Process process(int node) {
    return Objects.requireNonNull(processes.get(node));
  }

  private Path output(int node) {
    return folder.resolve("kafka-" + node + ".out");
  }

  /** All held open together, so that no two are the same. */
  private static List<Integer> freePorts(int count) {
    List<ServerSocket> sockets =
        IntStream.range(0, count)
            .mapToObj(i -> {
              try {
                return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
            .toList();
    List<Integer> ports =
        new ArrayList<>(sockets.stream().map(ServerSocket::getLocalPort).toList());
    sockets.forEach(socket -> {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    return ports;
  }
}
