package city.reception.starter.kafka;

import city.reception.starter.deadletter.Failures;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Nothing is dropped, nothing blocks: a poll is handled as one batch; when a record of it cannot be
 * handled, the batch is handled again record by record, within the same poll, and only the culprit
 * is parked. A failure that is not the records' fault leaves here, and the container tries the
 * whole poll again.
 */
final class IsolatingListener implements BatchMessageListener<byte[], byte[]> {

  private final BatchHandler handler;
  private final Parking parking;

  IsolatingListener(BatchHandler handler, Parking parking) {
    this.handler = handler;
    this.parking = parking;
  }

  @Override
  public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
    try {
      handler.handle(records);
    } catch (RuntimeException e) {
      if (Failures.isTransient(e)) {
        throw e;
      }
      records.forEach(this::handleAlone);
    }
  }

  private void handleAlone(ConsumerRecord<byte[], byte[]> record) {
    try {
      handler.handle(List.of(record));
    } catch (RuntimeException e) {
      if (Failures.isTransient(e)) {
        throw e;
      }
      parking.park(record, e);
    }
  }

  /** Puts a record aside, durably, before it returns. */
  interface Parking {
    void park(ConsumerRecord<byte[], byte[]> record, RuntimeException failure);
  }
}
