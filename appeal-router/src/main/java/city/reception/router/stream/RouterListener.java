package city.reception.router.stream;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * The database first, then Kafka. The container has opened the Kafka transaction, which costs the
 * broker nothing before the first send; it commits the offsets with the outputs when this returns.
 */
final class RouterListener implements BatchMessageListener<byte[], byte[]> {

  private final InputHandler handler;
  private final KafkaOperations<byte[], byte[]> kafka;

  RouterListener(InputHandler handler, KafkaOperations<byte[], byte[]> kafka) {
    this.handler = handler;
    this.kafka = kafka;
  }

  @Override
  public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
    for (ProducerRecord<byte[], byte[]> output : handler.handle(records)) {
      // A send that fails makes the transaction's commit fail.
      var _ = kafka.send(output);
    }
  }
}
