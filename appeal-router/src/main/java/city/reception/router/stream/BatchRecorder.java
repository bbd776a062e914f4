package city.reception.router.stream;

import city.reception.events.AppealId;
import city.reception.events.RegistrationNumber;
import city.reception.router.ledger.CaseLedger;
import city.reception.router.ledger.CaseLedger.Partition;
import city.reception.router.ledger.LoadedCases;
import city.reception.router.ledger.Position;
import city.reception.router.ledger.RecordedInput;
import city.reception.router.ledger.ToldNumbers;
import city.reception.router.lifecycle.Deadlines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private final ToldNumbers told;
  private final RouterCore core;
  private final Deadlines deadlines;
  private final String numberPrefix;

  BatchRecorder(
      CaseLedger ledger,
      ToldNumbers told,
      RouterCore core,
      Deadlines deadlines,
      String numberPrefix) {
    this.ledger = ledger;
    this.told = told;
    this.core = core;
    this.deadlines = deadlines;
    this.numberPrefix = numberPrefix;
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
    Set<AppealId> appeals =
        fresh.stream()
            .filter(input -> !known.contains(input.eventKey()))
            .map(Input.Decoded::appeal)
            .collect(Collectors.toSet());
    LoadedCases cases = ledger.load(appeals);
    return new BatchFold(core, cases, known, numbers(fresh, known, cases.states().keySet()));
  }

  /**
   * Sets a number aside for each appeal that looks new. One that turns out not to be leaves a gap.
   */
  private Map<AppealId, RegistrationNumber> numbers(
      List<Input.Decoded> fresh, Set<UUID> known, Set<AppealId> registered) {
    Map<AppealId, Integer> years = new LinkedHashMap<>();
    for (Input.Decoded input : fresh) {
      if (Commands.mayRegister(input.event())
          && !known.contains(input.eventKey())
          && !registered.contains(input.appeal())) {
        years.putIfAbsent(input.appeal(), deadlines.registrationYear(input.at()));
      }
    }
    Map<AppealId, RegistrationNumber> numbers = new HashMap<>(told.of(years.keySet()));
    years.keySet().removeAll(numbers.keySet());
    Set.copyOf(years.values()).forEach(year -> numbers.putAll(allot(year, years)));
    return numbers;
  }

  private Map<AppealId, RegistrationNumber> allot(int year, Map<AppealId, Integer> years) {
    List<AppealId> appeals =
        years.entrySet().stream()
            .filter(wanted -> wanted.getValue() == year)
            .map(Map.Entry::getKey)
            .toList();
    List<Long> places = ledger.nextNumbers(year, appeals.size());
    Map<AppealId, RegistrationNumber> numbers = new HashMap<>();
    for (int i = 0; i < appeals.size(); i++) {
      numbers.put(appeals.get(i), RegistrationNumber.of(numberPrefix, year, places.get(i)));
    }
    return numbers;
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
