package city.reception.local.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What distinguishes one broker from another: everything else is the same for all.
 *
 * @param nodeId this node's id, one of the voters
 * @param port where clients connect, on 127.0.0.1
 * @param voters the port of each node's controller, by node id
 * @param directory where the records are kept, across restarts
 * @param overrides further settings of Kafka's, which win
 */
public record BrokerSettings(
    int nodeId,
    int port,
    SortedMap<Integer, Integer> voters,
    Path directory,
    Map<String, String> overrides) {

  private static final String HOST = "127.0.0.1";

  public BrokerSettings {
    if (!voters.containsKey(nodeId)) {
      throw new IllegalArgumentException("node " + nodeId + " is not among the voters " + voters);
    }
  }

  /** A broker that is the whole cluster. */
  public static BrokerSettings single(int port, int controllerPort, Path directory) {
    return new BrokerSettings(
        1, port, new TreeMap<>(Map.of(1, controllerPort)), directory, Map.of());
  }

  /** Where clients connect. */
  public String bootstrapServers() {
    return HOST + ":" + port;
  }

  /** The broker's configuration, as Kafka reads it. */
  Properties toProperties() {
    Properties properties = new Properties();
    properties.putAll(identity());
    properties.putAll(BrokerDefaults.DURABILITY);
    properties.putAll(BrokerDefaults.SMALL);
    properties.putAll(replication());
    if (voters.size() > 1) {
      properties.putAll(BrokerDefaults.QUICK_FAILOVER);
    }
    properties.putAll(overrides);
    return properties;
  }

  private Map<String, String> identity() {
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", Integer.toString(nodeId)),
        Map.entry(
            "listeners",
            "CLIENTS://%1$s:%2$d,CONTROLLERS://%1$s:%3$d"
                .formatted(HOST, port, voters.get(nodeId))),
        Map.entry("advertised.listeners", "CLIENTS://%s:%d".formatted(HOST, port)),
        Map.entry("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLERS:PLAINTEXT"),
        Map.entry("inter.broker.listener.name", "CLIENTS"),
        Map.entry("controller.listener.names", "CONTROLLERS"),
        Map.entry(
            "controller.quorum.voters",
            voters.entrySet().stream()
                .map(voter -> "%d@%s:%d".formatted(voter.getKey(), HOST, voter.getValue()))
                .collect(Collectors.joining(","))),
        Map.entry("log.dirs", directory.toString()));
  }

  private Map<String, String> replication() {
    String replicas = Integer.toString(Math.min(voters.size(), 3));
    String inSync = voters.size() >= 3 ? "2" : "1";
    return Map.of(
        "default.replication.factor", replicas,
        "min.insync.replicas", inSync,
        "offsets.topic.replication.factor", replicas,
        "transaction.state.log.replication.factor", replicas,
        "transaction.state.log.min.isr", inSync,
        "share.coordinator.state.topic.replication.factor", replicas,
        "share.coordinator.state.topic.min.isr", inSync);
  }
}
