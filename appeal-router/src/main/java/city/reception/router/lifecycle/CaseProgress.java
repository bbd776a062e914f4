package city.reception.router.lifecycle;

import city.reception.events.CaseTimer;
import org.jspecify.annotations.Nullable;

/**
 * How far a case has come, beyond its state.
 *
 * @param rules the rule set under which it was registered, and which it keeps
 * @param generation of its deadline and timers: from 1, one more with each extension
 * @param waitsFor the one timer that is set for it; null when nothing is to come
 */
public record CaseProgress(String rules, int generation, @Nullable CaseTimer waitsFor) {

  static final int FIRST_GENERATION = 1;

  static CaseProgress under(RuleSet rules, @Nullable CaseTimer waitsFor) {
    return new CaseProgress(rules.id(), FIRST_GENERATION, waitsFor);
  }

  /** The deadline has moved, and with it all that is waited for. */
  CaseProgress extended(@Nullable CaseTimer timer) {
    return new CaseProgress(rules, generation + 1, timer);
  }

  boolean isExtended() {
    return generation > FIRST_GENERATION;
  }

  CaseProgress waitingFor(@Nullable CaseTimer timer) {
    return new CaseProgress(rules, generation, timer);
  }
}
