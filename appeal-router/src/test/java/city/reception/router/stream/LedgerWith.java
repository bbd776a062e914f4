package city.reception.router.stream;

import city.reception.events.AppealId;
import city.reception.router.ledger.CaseLedger;
import city.reception.router.ledger.LedgerWrite;
import city.reception.router.ledger.Position;
import city.reception.router.ledger.RecordedInput;
import city.reception.router.lifecycle.CaseState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The real ledger, with something that happens inside its transaction, before the write. */
record LedgerWith(CaseLedger ledger, Runnable beforeWrite) implements CaseLedger {

  @Override
  public Map<Partition, Long> lock(Collection<Partition> partitions) {
    return ledger.lock(partitions);
  }

  @Override
  public Map<Position, RecordedInput> recorded(Collection<Position> positions) {
    return ledger.recorded(positions);
  }

  @Override
  public Set<UUID> known(Collection<UUID> eventKeys) {
    return ledger.known(eventKeys);
  }

  @Override
  public Map<AppealId, CaseState.Registered> load(Collection<AppealId> appeals) {
    return ledger.load(appeals);
  }

  @Override
  public List<Long> nextNumbers(int year, int count) {
    return ledger.nextNumbers(year, count);
  }

  @Override
  public void write(LedgerWrite batch, Map<Partition, Long> nextOffsets) {
    beforeWrite.run();
    ledger.write(batch, nextOffsets);
  }

  @Override
  public CatchUpLock lockForCatchUp() {
    return ledger.lockForCatchUp();
  }

  @Override
  public Map<Partition, Long> positions() {
    return ledger.positions();
  }
}
