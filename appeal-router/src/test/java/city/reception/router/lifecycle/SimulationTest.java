package city.reception.router.lifecycle;

import static city.reception.router.lifecycle.CaseStory.CULTURE;
import static city.reception.router.lifecycle.CaseStory.EDUCATION;
import static city.reception.router.lifecycle.CaseStory.HEALTH;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealId;
import city.reception.events.CaseTimer;
import city.reception.events.CommitteeId;
import city.reception.events.RegistrationNumber;
import city.reception.router.lifecycle.Decision.TimerChange;
import city.reception.router.publication.Announcement;
import city.reception.router.publication.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand cases over two years, with a router that dies before and after it has recorded an
 * input, and timers that are raised twice: everything reconciles to the last event. The seed is
 * fixed, so that a failure comes again.
 */
class SimulationTest {

  private static final int CASES = 10_000;
  private static final Instant BEGIN = Instant.parse("2026-01-01T06:00:00Z");
  private static final Duration TWO_YEARS = Duration.ofDays(730);
  private static final List<CommitteeId> COMMITTEES = List.of(EDUCATION, HEALTH, CULTURE);
  private static final CaseLifecycle LIFECYCLE = new CaseLifecycle(TestRules.DEADLINES);
  private static final CaseState NONE = new CaseState.Unregistered();

  private final Random chance = new Random(59);

  // What will come, and when. Of two inputs at the same time the earlier planned comes first.
  private final PriorityQueue<Input> inputs =
      new PriorityQueue<>(Comparator.comparing(Input::at).thenComparingLong(Input::order));
  private long planned;

  // What a database would hold.
  private final Map<String, List<Announcement<?>>> recorded = new HashMap<>();
  private final Map<AppealId, CaseState> cases = new LinkedHashMap<>();
  private final Map<AppealId, List<CaseEvent>> journals = new HashMap<>();
  private final Map<AppealId, Map<CaseTimer, TimerChange.Set>> timers = new HashMap<>();

  // What a log would hold: all that was sent, repeats included.
  private final List<Announcement<?>> sent = new ArrayList<>();
  private int crashes;

  private record Input(
      String id,
      AppealId appeal,
      Instant at,
      long order,
      Supplier<@Nullable CaseCommand> command) {}

  @Test
  void tenThousandCasesOverTwoYearsReconcileWhateverCrashes() {
    for (int i = 0; i < CASES; i++) {
      appeal(i);
    }
    while (!inputs.isEmpty()) {
      handle(inputs.remove());
    }

    assertThat(crashes).isGreaterThan(1_000);
    assertThat(cases).hasSize(CASES);
    Map<String, Integer> ends = new HashMap<>();
    cases.forEach((appeal, state) -> {
      reconcile(appeal, (CaseState.Registered) state);
      ends.merge(state.getClass().getSimpleName(), 1, Integer::sum);
    });
    assertThat(ends.values().stream().mapToInt(n -> n).sum()).isEqualTo(CASES);
    assertThat(ends).containsKeys("Answered", "Withdrawn", "Routed", "TakenUp");
    Set<Announcement<?>> distinct = new HashSet<>(sent);
    int expected = 0;
    for (AppealId appeal : cases.keySet()) {
      List<Announcement<?>> told = told(appeal);
      expected += told.size();
      assertThat(distinct.containsAll(told)).as("all that happened was said").isTrue();
    }
    assertThat(distinct).as("nothing was said that did not happen").hasSize(expected);
  }

  private void reconcile(AppealId appeal, CaseState.Registered state) {
    List<CaseEvent> journal = journal(appeal);
    CaseState replayed = NONE;
    int answers = 0;
    boolean over = false;
    Instant dueAt = Instant.MAX;
    for (CaseEvent event : journal) {
      assertThat(over).as("nothing after the end").isFalse();
      replayed = LIFECYCLE.evolve(replayed, event);
      if (event instanceof CaseEvent.Registered || event instanceof CaseEvent.Extended) {
        dueAt = ((CaseState.Registered) replayed).file().dueAt();
      }
      assertThat(((CaseState.Registered) replayed).file().dueAt()).isEqualTo(dueAt);
      answers += event instanceof CaseEvent.Answered ? 1 : 0;
      over = event instanceof CaseEvent.Answered || event instanceof CaseEvent.Withdrawn;
    }
    assertThat(replayed).isEqualTo(state);
    assertThat(answers).isEqualTo(state instanceof CaseState.Answered ? 1 : 0);
    assertThat(timers.getOrDefault(appeal, Map.of())).as("all time has passed").isEmpty();
    if (state instanceof CaseState.Open) {
      assertThat(journal)
          .as("an open case whose time is over was raised to the chair")
          .anyMatch(event ->
              event instanceof CaseEvent.Reminded reminded
                  && reminded.timer() == CaseTimer.ANSWER_OVERDUE);
    }
  }

  /** An appeal and all that people will do about it, sensible or not. */
  private void appeal(int number) {
    AppealId appeal = AppealId.of("simulation", Integer.toString(number));
    Instant at = BEGIN.plus(Duration.ofSeconds(chance.nextLong(TWO_YEARS.toSeconds())));
    CommitteeId first = anyCommittee();
    plan(
        appeal,
        "appeal",
        at,
        () ->
            new CaseCommand.Register(
                RegistrationNumber.of("МГД", 2026, number + 1),
                CaseStory.content(),
                CaseStory.DIGEST,
                CaseStory.route(first),
                at));
    int acts = chance.nextInt(8);
    for (int act = 0; act < acts; act++) {
      Instant then = at.plus(Duration.ofMinutes(chance.nextLong(70 * 24 * 60)));
      int what = chance.nextInt(20);
      CommitteeId other = anyCommittee();
      int days = chance.nextInt(40);
      plan(appeal, "act-" + act, then, () -> act(appeal, what, other, days, then));
    }
  }

  private @Nullable CaseCommand act(
      AppealId appeal, int what, CommitteeId other, int days, Instant at) {
    if (what == 0) {
      return new CaseCommand.Withdraw(null, at);
    }
    if (!(cases.get(appeal) instanceof CaseState.Registered registered)) {
      return null;
    }
    CaseFile file = registered.file();
    CommitteeId by = what == 1 ? other : Objects.requireNonNull(file.committee());
    int version = what == 2 ? file.version() - 1 : file.version();
    if (what < 8) {
      return new CaseCommand.TakeUp(by, version, "депутат", at);
    }
    if (what < 12) {
      return new CaseCommand.Redirect(by, version, "депутат", other, true, "не наше", at);
    }
    return what < 15
        ? new CaseCommand.Extend(by, version, "депутат", days, "ждём бумаги", at)
        : new CaseCommand.Answer(by, version, "депутат", "Сделано.", at);
  }

  private void plan(
      AppealId appeal, String id, Instant at, Supplier<@Nullable CaseCommand> command) {
    inputs.add(new Input(appeal + " " + id, appeal, at, planned++, command));
  }

  /** Once, or as often as the router dies over it. */
  private void handle(Input input) {
    boolean diesBefore = chance.nextInt(50) == 0;
    boolean diesAfter = chance.nextInt(50) == 0;
    if (diesBefore) {
      crashes++; // Nothing was recorded: the input comes again as if for the first time.
    }
    send(record(input));
    if (diesAfter) {
      crashes++; // It was recorded: what was recorded is sent again, whatever the case is by now.
      send(record(input));
    }
  }

  private List<Announcement<?>> record(Input input) {
    List<Announcement<?>> known = recorded.get(input.id());
    if (known != null) {
      return known;
    }
    CaseCommand command = input.command().get();
    if (command == null) {
      return List.of();
    }
    AppealId appeal = input.appeal();
    CaseState state = cases.getOrDefault(appeal, NONE);
    List<Announcement<?>> outputs = new ArrayList<>();
    if (LIFECYCLE.decide(state, command) instanceof Decision.Accepted accepted) {
      for (CaseEvent event : accepted.events()) {
        state = LIFECYCLE.evolve(state, event);
        outputs.addAll(Publication.of(appeal, event, (CaseState.Registered) state));
        journals.computeIfAbsent(appeal, _ -> new ArrayList<>()).add(event);
      }
      cases.put(appeal, state);
      accepted.timers().forEach(change -> change(appeal, change));
    }
    recorded.put(input.id(), outputs);
    return outputs;
  }

  private void change(AppealId appeal, TimerChange change) {
    Map<CaseTimer, TimerChange.Set> set = timers.computeIfAbsent(appeal, _ -> new HashMap<>());
    switch (change) {
      case TimerChange.Cancel cancel -> set.remove(cancel.timer());
      case TimerChange.Set timer -> {
        set.put(timer.timer(), timer);
        int raised = chance.nextInt(30) == 0 ? 2 : 1; // A lease that ran out raises it again.
        for (int i = 0; i < raised; i++) {
          plan(
              appeal,
              timer.timer() + "-" + timer.generation(),
              timer.dueAt(),
              // Also when it was cancelled meanwhile: the signal may have been on its way.
              () -> new CaseCommand.RaiseTimer(timer.timer(), timer.generation(), timer.dueAt()));
        }
      }
    }
  }

  private void send(List<Announcement<?>> outputs) {
    sent.addAll(outputs);
  }

  private List<CaseEvent> journal(AppealId appeal) {
    return Objects.requireNonNull(journals.get(appeal));
  }

  /** All that has to have been said of a case, from its journal alone. */
  private List<Announcement<?>> told(AppealId appeal) {
    List<Announcement<?>> told = new ArrayList<>();
    CaseState state = NONE;
    for (CaseEvent event : journal(appeal)) {
      state = LIFECYCLE.evolve(state, event);
      told.addAll(Publication.of(appeal, event, (CaseState.Registered) state));
    }
    return told;
  }

  private CommitteeId anyCommittee() {
    return COMMITTEES.get(chance.nextInt(COMMITTEES.size()));
  }
}
