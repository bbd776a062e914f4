package city.reception.router.ledger;

import city.reception.events.AppealId;
import city.reception.events.CaseTimer;
import city.reception.router.lifecycle.CaseEvent;
import city.reception.router.lifecycle.CaseState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that one batch changes, gathered for one multi-row write. */
public final class LedgerWrite {

  final Map<AppealId, byte[]> heads;
  final List<RecordedInput> inputs = new ArrayList<>();
  final List<NewEvent> events = new ArrayList<>();
  final Map<AppealId, CaseState.Registered> inserted = new LinkedHashMap<>();
  final Map<AppealId, Update> updated = new LinkedHashMap<>();
  final Map<TimerKey, TimerRow> timersSet = new LinkedHashMap<>();
  final Set<TimerKey> timersCancelled = new LinkedHashSet<>();
  final Map<AppealId, NewDisagreement> disagreements = new LinkedHashMap<>();

  /**
   * A batch on cases that were loaded with these heads.
   *
   * @param heads see {@link LoadedCases#heads()}
   */
  public LedgerWrite(Map<AppealId, byte[]> heads) {
    this.heads = Map.copyOf(heads);
  }

  /** Notes an input. */
  public void input(RecordedInput input) {
    inputs.add(input);
  }

  /** Notes an entry of a journal. Entries of one case are noted in their order. */
  public void event(AppealId appeal, CaseEvent event, Cause cause) {
    events.add(new NewEvent(appeal, event, cause));
  }

  /** Notes a case that was not there before the batch, as it is after it. */
  public void insert(AppealId appeal, CaseState.Registered state) {
    inserted.put(appeal, state);
  }

  /** Notes a case that was {@code before} the batch, and is {@code after} it. */
  public void update(AppealId appeal, CaseState.Registered before, CaseState.Registered after) {
    updated.put(appeal, new Update(before, after));
  }

  /** Notes that a timer is set. */
  public void setTimer(AppealId appeal, CaseTimer timer, int generation, Instant dueAt) {
    TimerKey key = new TimerKey(appeal, timer);
    timersCancelled.remove(key);
    timersSet.put(key, new TimerRow(generation, dueAt));
  }

  /** Notes that a timer is over. */
  public void cancelTimer(AppealId appeal, CaseTimer timer) {
    TimerKey key = new TimerKey(appeal, timer);
    timersSet.remove(key);
    timersCancelled.add(key);
  }

  /** Notes that a shadow model would have sent a new appeal elsewhere. */
  public void disagreement(AppealId appeal, ShadowOpinion opinion, Instant at) {
    disagreements.put(appeal, new NewDisagreement(opinion, at));
  }

  record NewEvent(AppealId appeal, CaseEvent event, Cause cause) {}

  record Update(CaseState.Registered before, CaseState.Registered after) {}

  record NewDisagreement(ShadowOpinion opinion, Instant at) {}

  record TimerKey(AppealId appeal, CaseTimer timer) {}

  record TimerRow(int generation, Instant dueAt) {}
}
