package city.reception.starter.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Handles the records of one poll as one unit: all of their effect or, by throwing, none. The same
 * records may come again, in the same or in another grouping.
 */
@FunctionalInterface
public interface BatchHandler {

  void handle(List<ConsumerRecord<byte[], byte[]>> records);
}
