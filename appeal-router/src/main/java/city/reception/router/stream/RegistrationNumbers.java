package city.reception.router.stream;

import city.reception.events.AppealId;
import city.reception.events.RegistrationNumber;
import city.reception.router.ledger.CaseLedger;
import city.reception.router.ledger.ToldNumbers;
import city.reception.router.lifecycle.Deadlines;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sets numbers aside for appeals that look new, in the sequence of the year. */
final class RegistrationNumbers {

  private final CaseLedger ledger;
  private final ToldNumbers told;
  private final Deadlines deadlines;
  private final String prefix;

  RegistrationNumbers(CaseLedger ledger, ToldNumbers told, Deadlines deadlines, String prefix) {
    this.ledger = ledger;
    this.told = told;
    this.deadlines = deadlines;
    this.prefix = prefix;
  }

  /**
   * A number for each appeal that one of {@code inputs} may register. One that turns out not to be
   * new leaves a gap.
   */
  Map<AppealId, RegistrationNumber> setAside(
      Collection<Input.Decoded> inputs, Set<AppealId> registered) {
    Map<AppealId, Integer> years = new LinkedHashMap<>();
    for (Input.Decoded input : inputs) {
      if (Commands.mayRegister(input.event()) && !registered.contains(input.appeal())) {
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
      numbers.put(appeals.get(i), RegistrationNumber.of(prefix, year, places.get(i)));
    }
    return numbers;
  }
}
