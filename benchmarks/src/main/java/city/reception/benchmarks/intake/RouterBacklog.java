package city.reception.benchmarks.intake;

import city.reception.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How many records of {@code appeals.received.v1} the router has still before it. */
final class RouterBacklog implements AutoCloseable {

  private static final String GROUP = "appeal-router";

  private final Admin admin;
  private final Map<TopicPartition, OffsetSpec> partitions;

  RouterBacklog(String bootstrapServers) throws InterruptedException {
    this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    String topic = Topics.RECEIVED.name();
    try {
      this.partitions =
          Objects.requireNonNull(
                  admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic))
              .partitions()
              .stream()
              .collect(
                  Collectors.toMap(
                      p -> new TopicPartition(topic, p.partition()), p -> OffsetSpec.latest()));
    } catch (ExecutionException e) {
      throw new IllegalStateException("the topic cannot be described", e);
    }
  }

  long count() throws InterruptedException {
    try {
      Map<TopicPartition, OffsetAndMetadata> done =
          admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get();
      Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(partitions).all().get();
      long left = 0;
      for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end : ends.entrySet()) {
        OffsetAndMetadata at = done.get(end.getKey());
        left += end.getValue().offset() - (at == null ? 0 : at.offset());
      }
      return left;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the backlog cannot be read", e);
    }
  }

  /** Waits until there is none; answers how many seconds that took. */
  double awaitNone(Duration patience) throws InterruptedException {
    long begin = System.nanoTime();
    while (count() > 0 && System.nanoTime() - begin < patience.toNanos()) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  @Override
  public void close() {
    admin.close();
  }
}
