package city.reception.router.stream;

import city.reception.events.AppealId;
import city.reception.events.RegistrationNumber;
import city.reception.router.ledger.CaseLedger;
import city.reception.router.ledger.CaseLedger.Partition;
import city.reception.router.ledger.LoadedCases;
import city.reception.router.ledger.Position;
import city.reception.router.ledger.RecordedInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Records a batch in the ledger: one load, one fold, one write. What was recorded before at the
 * same position is not decided again; its outputs are read back.
 */
final class BatchRecorder {

  private final CaseLedger ledger;
  private final RegistrationNumbers numbers;
  private final CampaignLookup campaigns;
  private final RouterCore core;

  BatchRecorder(
      CaseLedger ledger, RegistrationNumbers numbers, CampaignLookup campaigns, RouterCore core) {
    this.ledger = ledger;
    this.numbers = numbers;
    this.campaigns = campaigns;
    this.core = core;
  }

  /** Records the inputs; belongs inside one database transaction. */
  Recorded record(List<Input> inputs) {
    Map<Partition, Long> recordedUntil =
        ledger.lock(inputs.stream().map(Input::partition).collect(Collectors.toSet()));
    Map<Position, RecordedInput> before =
        ledger.recorded(
            inputs.stream()
                .filter(input -> input.position().offset() < until(recordedUntil, input))
                .map(Input::position)
                .toList());
    BatchFold fold = fold(inputs, before);
    List<ProducerRecord<byte[], byte[]>> outputs = new ArrayList<>();
    Map<Partition, Long> nextOffsets = new HashMap<>();
    for (Input input : inputs) {
      RecordedInput recorded = before.get(input.position());
      outputs.addAll(recorded == null ? fold.apply(input) : again(input, recorded));
      nextOffsets.merge(input.partition(), input.position().offset() + 1, Math::max);
    }
    ledger.write(fold.result(), nextOffsets);
    campaigns.remember(fold.campaigns());
    return new Recorded(outputs, fold.outcomes(), before.size());
  }

  /** What was recorded for this very record; a record of another log at its place is none of it. */
  private static List<ProducerRecord<byte[], byte[]>> again(Input input, RecordedInput recorded) {
    if (!recorded.at().equals(input.at())) {
      throw new AnotherLogError(input.position());
    }
    return RecordedOutputs.read(recorded.outputs());
  }

  private BatchFold fold(List<Input> inputs, Map<Position, RecordedInput> before) {
    List<Input.Decoded> fresh = new ArrayList<>();
    for (Input input : inputs) {
      if (input instanceof Input.Decoded readable && !before.containsKey(input.position())) {
        fresh.add(readable);
      }
    }
    Set<UUID> known = ledger.known(fresh.stream().map(Input.Decoded::eventKey).toList());
    List<Input.Decoded> unseen =
        fresh.stream().filter(input -> !known.contains(input.eventKey())).toList();
    LoadedCases cases =
        ledger.load(unseen.stream().map(Input.Decoded::appeal).collect(Collectors.toSet()));
    Map<AppealId, RegistrationNumber> setAside = numbers.setAside(unseen, cases.states().keySet());
    return new BatchFold(core, cases, known, setAside, campaigns.of(unseen, setAside.keySet()));
  }

  private static long until(Map<Partition, Long> recordedUntil, Input input) {
    return recordedUntil.getOrDefault(input.partition(), 0L);
  }

  /**
   * A batch that is in the ledger.
   *
   * @param outputs what is to be sent, in order
   * @param outcomes what became of its new inputs
   * @param redelivered how many of its inputs were recorded before
   */
  record Recorded(
      List<ProducerRecord<byte[], byte[]>> outputs,
      List<BatchFold.Outcome> outcomes,
      int redelivered) {}
}
