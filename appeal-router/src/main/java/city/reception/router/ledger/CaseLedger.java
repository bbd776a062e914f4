package city.reception.router.ledger;

import city.reception.events.AppealId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * The system of record. Every method but {@link #positions} belongs inside the one transaction of a
 * batch, and in the order in which they stand here.
 */
public interface CaseLedger {

  /**
   * For each named partition, the first offset that is not yet recorded; 0 where nothing is. Holds
   * the partitions until the end of the transaction, so that a predecessor that is not yet quite
   * dead and its successor do not work on the same one at the same time.
   */
  Map<Partition, Long> lock(Collection<Partition> partitions);

  /** What is recorded at those of the positions where anything is. */
  Map<Position, RecordedInput> recorded(Collection<Position> positions);

  /** Those of the events that had their effect before. */
  Set<UUID> known(Collection<UUID> eventKeys);

  /** The cases that are there, held until the end of the transaction. */
  LoadedCases load(Collection<AppealId> appeals);

  /**
   * The next {@code count} places in the sequence of {@code year}; a place is never given twice.
   */
  List<Long> nextNumbers(int year, int count);

  /**
   * Writes a batch.
   *
   * @param nextOffsets the first offset of each partition that is not part of this batch or of one
   *     before it
   * @throws ConcurrentWriteException when somebody else wrote one of the cases or inputs since it
   *     was read; the whole batch is then to be read again
   */
  void write(LedgerWrite batch, Map<Partition, Long> nextOffsets);

  /** For every partition that was ever read, the first offset that is not recorded. */
  Map<Partition, Long> positions();

  /**
   * Waits for its turn to catch up, and keeps others from it until the lock is closed. Not part of
   * a batch's transaction.
   */
  CatchUpLock lockForCatchUp();

  /** One router's turn. */
  interface CatchUpLock extends AutoCloseable {
    @Override
    void close();
  }

  /** A partition of an input topic. */
  record Partition(String topic, int number) {}

  /** Somebody else was faster; nothing was written. */
  final class ConcurrentWriteException extends ConcurrencyFailureException {
    ConcurrentWriteException(String what) {
      super(what);
    }
  }
}
