package city.reception.local.kafka;

import city.reception.events.Topics;
import java.time.Duration;
import java.util.Map;

/** The settings that every broker of ours has in common. */
final class BrokerDefaults {

  /** What the services rely on. */
  static final Map<String, String> DURABILITY =
      Map.of(
          "auto.create.topics.enable", "false",
          "unclean.leader.election.enable", "false",
          "log.message.timestamp.type", "LogAppendTime",
          "offsets.retention.minutes", Long.toString(Duration.ofDays(90).toMinutes()),
          "message.max.bytes", Integer.toString(Topics.MAX_DEAD_LETTER_BYTES),
          "replica.fetch.max.bytes", Integer.toString(Topics.MAX_DEAD_LETTER_BYTES),
          // A transaction whose producer died holds its readers back no longer than its timeout.
          "transaction.abort.timed.out.transaction.cleanup.interval.ms", "2000",
          // Transactions back to back: do not wait 20 ms for the markers of the last one.
          "add.partitions.to.txn.retry.backoff.ms", "2");

  /** What keeps a broker small and quick to start. */
  static final Map<String, String> SMALL =
      Map.ofEntries(
          Map.entry("offsets.topic.num.partitions", "10"),
          Map.entry("transaction.state.log.num.partitions", "10"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"),
          // Long enough for the threads of one service to join a group together.
          Map.entry("group.initial.rebalance.delay.ms", "500"),
          Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
          Map.entry("log.segment.bytes", "134217728"),
          Map.entry("log.index.size.max.bytes", "1048576"),
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "4"),
          Map.entry("background.threads", "2"),
          Map.entry("metadata.log.segment.bytes", "16777216"),
          Map.entry("metadata.max.idle.interval.ms", "5000"));

  /** With several brokers: notice a dead one within seconds. */
  static final Map<String, String> QUICK_FAILOVER =
      Map.of(
          "broker.session.timeout.ms", "3000",
          "broker.heartbeat.interval.ms", "500",
          "controller.quorum.fetch.timeout.ms", "1500");

  private BrokerDefaults() {}
}
