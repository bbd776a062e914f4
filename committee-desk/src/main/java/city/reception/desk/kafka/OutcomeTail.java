package city.reception.desk.kafka;

import city.reception.desk.action.ActionWaiters;
import city.reception.events.Topics;
import city.reception.events.codec.EventCodec;
import city.reception.events.codec.UndecodableException;
import city.reception.starter.kafka.KafkaClients;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.AcknowledgingMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.TopicPartitionOffset;

/**
 * Hears every outcome from now on, so that each reaches the instance whose request waits for it.
 * Belongs to no group and commits nothing; what it misses while it is away is found in the table.
 */
final class OutcomeTail implements AcknowledgingMessageListener<byte[], byte[]> {

  private static final String NAME = DeskStreams.SERVICE + "-outcomes";
  private static final Logger log = LoggerFactory.getLogger(OutcomeTail.class);

  private final EventCodec codec;
  private final ActionWaiters waiters;

  private OutcomeTail(EventCodec codec, ActionWaiters waiters) {
    this.codec = codec;
    this.waiters = waiters;
  }

  static KafkaMessageListenerContainer<byte[], byte[]> container(
      KafkaClients clients, EventCodec codec, ActionWaiters waiters) {
    ContainerProperties properties =
        new ContainerProperties(
            IntStream.range(0, Topics.ACTION_OUTCOME.declaration().partitions())
                .mapToObj(partition ->
                    new TopicPartitionOffset(
                        Topics.ACTION_OUTCOME.name(),
                        partition,
                        TopicPartitionOffset.SeekPosition.END))
                .toArray(TopicPartitionOffset[]::new));
    // Nothing is ever acknowledged, so no offset is committed.
    properties.setAckMode(ContainerProperties.AckMode.MANUAL);
    properties.setMessageListener(new OutcomeTail(codec, waiters));
    KafkaMessageListenerContainer<byte[], byte[]> container =
        new KafkaMessageListenerContainer<>(
            clients.consumerFactory(
                Map.of(
                    ConsumerConfig.CLIENT_ID_CONFIG,
                    NAME,
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    "latest")),
            properties);
    container.setBeanName(NAME);
    return container;
  }

  @Override
  public void onMessage(
      ConsumerRecord<byte[], byte[]> record, @Nullable Acknowledgment acknowledgment) {
    try {
      waiters.tell(codec.decode(Topics.ACTION_OUTCOME, record).event());
    } catch (UndecodableException e) {
      log.debug("an unreadable outcome; the group's listener parks it");
    }
  }
}
