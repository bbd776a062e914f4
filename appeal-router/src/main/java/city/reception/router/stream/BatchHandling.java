package city.reception.router.stream;

import city.reception.router.ledger.CaseLedger.ConcurrentWriteException;
import city.reception.router.stream.BatchRecorder.Recorded;
import city.reception.starter.deadletter.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One poll is one batch and one database transaction. When the batch fails for a reason that lies
 * in a record, it is handled again record by record, a transaction each, and the culprit is parked.
 */
final class BatchHandling implements InputHandler {

  private static final Logger log = LoggerFactory.getLogger(BatchHandling.class);

  /** How often a batch is read again at once when somebody else was faster. */
  private static final int ATTEMPTS = 5;

  private final InputReader reader;
  private final BatchRecorder recorder;
  private final TransactionTemplate transaction;
  private final RouterMeters meters;

  BatchHandling(
      InputReader reader,
      BatchRecorder recorder,
      TransactionTemplate transaction,
      RouterMeters meters) {
    this.reader = reader;
    this.recorder = recorder;
    this.transaction = transaction;
    this.meters = meters;
  }

  @Override
  public List<ProducerRecord<byte[], byte[]>> handle(List<ConsumerRecord<byte[], byte[]>> records) {
    List<Input> inputs = reader.read(records);
    try {
      return commit(inputs);
    } catch (RuntimeException e) {
      if (Failures.isTransient(e)) {
        throw e;
      }
      log.warn(
          "a batch of {} is handled record by record: {}", inputs.size(), Failures.describe(e));
      List<ProducerRecord<byte[], byte[]>> outputs = new ArrayList<>();
      inputs.forEach(input -> outputs.addAll(commitAlone(input)));
      return outputs;
    }
  }

  private List<ProducerRecord<byte[], byte[]>> commitAlone(Input input) {
    try {
      return commit(List.of(input));
    } catch (RuntimeException e) {
      if (Failures.isTransient(e)) {
        throw e;
      }
      return commit(List.of(new Input.Defective(input.record(), Failures.describe(e))));
    }
  }

  private List<ProducerRecord<byte[], byte[]>> commit(List<Input> inputs) {
    for (int attempt = 1; ; attempt++) {
      try {
        Recorded recorded =
            Objects.requireNonNull(transaction.execute(status -> recorder.record(inputs)));
        meters.count(recorded);
        return recorded.outputs();
      } catch (ConcurrentWriteException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        log.info("a batch of {} is read again: {}", inputs.size(), e.getMessage());
      }
    }
  }
}
