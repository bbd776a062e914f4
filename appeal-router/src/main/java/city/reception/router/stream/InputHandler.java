package city.reception.router.stream;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Takes the records of a poll into the ledger and says what is to be sent for them. */
interface InputHandler {

  /**
   * When it returns, the records and the returned outputs are committed to the database. When it
   * throws, what had been committed before is found again, and its outputs returned again, as soon
   * as the same records come.
   */
  List<ProducerRecord<byte[], byte[]>> handle(List<ConsumerRecord<byte[], byte[]>> records);
}
