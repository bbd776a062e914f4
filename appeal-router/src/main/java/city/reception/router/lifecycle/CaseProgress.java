package city.reception.router.lifecycle;

import city.reception.events.CaseTimer;
import city.reception.events.CommitteeId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a case has come, beyond its state.
 *
 * @param rules the rule set under which it was registered, and which it keeps
 * @param generation of its deadline and timers: from 1, one more with the extension
 * @param waitsFor the one timer that is set for it; null when nothing is to come
 * @param passedOnBy the committees that passed it on since the reception's clerks last decided
 */
public record CaseProgress(
    String rules, int generation, @Nullable CaseTimer waitsFor, List<CommitteeId> passedOnBy) {

  static final int FIRST_GENERATION = 1;

  public CaseProgress {
    passedOnBy = List.copyOf(passedOnBy);
  }

  static CaseProgress under(RuleSet rules, @Nullable CaseTimer waitsFor) {
    return new CaseProgress(rules.id(), FIRST_GENERATION, waitsFor, List.of());
  }

  /** The deadline has moved, and with it all that is waited for. */
  CaseProgress extended(@Nullable CaseTimer timer) {
    return new CaseProgress(rules, generation + 1, timer, passedOnBy);
  }

  boolean isExtended() {
    return generation > FIRST_GENERATION;
  }

  CaseProgress waitingFor(@Nullable CaseTimer timer) {
    return new CaseProgress(rules, generation, timer, passedOnBy);
  }

  /** A clerk's decision begins a new way. */
  CaseProgress passedOn(CommitteeId from) {
    List<CommitteeId> way = new ArrayList<>();
    if (!from.equals(CommitteeId.RECEPTION)) {
      way.addAll(passedOnBy);
      way.add(from);
    }
    return new CaseProgress(rules, generation, waitsFor, way);
  }
}
