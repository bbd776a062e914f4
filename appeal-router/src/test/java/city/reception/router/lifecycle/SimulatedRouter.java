package city.reception.router.lifecycle;

import city.reception.events.AppealId;
import city.reception.events.CampaignAnswered;
import city.reception.events.CampaignJoined;
import city.reception.events.CampaignMembersDue;
import city.reception.events.CaseSignal;
import city.reception.events.CaseTimer;
import city.reception.events.ChildEnded;
import city.reception.events.ChildOpened;
import city.reception.events.ParentClarified;
import city.reception.events.ParentExtended;
import city.reception.events.ParentWithdrawn;
import city.reception.events.RegistrationNumber;
import city.reception.events.TimerDue;
import city.reception.router.lifecycle.Decision.TimerChange;
import city.reception.router.publication.Announcement;
import city.reception.router.publication.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A router of which only the rules are real: it dies before and after it has recorded an input, its
 * timers are raised twice, and what its cases tell each other comes late, again and in any order.
 */
final class SimulatedRouter {

  static final CaseLifecycle LIFECYCLE = new CaseLifecycle(TestRules.DEADLINES);
  static final CaseState NONE = new CaseState.Unregistered();

  private final Random chance;

  // What will come, and when. Of two inputs at the same time the earlier planned comes first.
  private final PriorityQueue<Input> inputs =
      new PriorityQueue<>(Comparator.comparing(Input::at).thenComparingLong(Input::order));
  private long planned;
  private int numbers;

  // What a database would hold.
  private final Map<String, List<Announcement<?>>> recorded = new HashMap<>();
  private final Map<AppealId, List<CaseEvent>> journals = new HashMap<>();
  final Map<AppealId, CaseState> cases = new LinkedHashMap<>();
  final Map<AppealId, Map<CaseTimer, TimerChange.Set>> timers = new HashMap<>();

  // What a log would hold: all that was sent, repeats included.
  final List<Announcement<?>> sent = new ArrayList<>();
  int crashes;
  int handled;
  int refused;
  int parked;

  private record Input(
      String id,
      AppealId appeal,
      Instant at,
      long order,
      Supplier<@Nullable CaseCommand> command) {}

  SimulatedRouter(Random chance) {
    this.chance = chance;
  }

  /**
   * Plans an input.
   *
   * @param id what it is known by however often it comes
   * @param command made when it is handled; null for nothing after all
   */
  void plan(AppealId appeal, String id, Instant at, Supplier<@Nullable CaseCommand> command) {
    inputs.add(new Input(appeal + " " + id, appeal, at, planned++, command));
  }

  /** Handles all that is planned, and all that follows from it. */
  void run() {
    while (!inputs.isEmpty()) {
      handle(inputs.remove());
    }
  }

  /** The next number of the registry. */
  RegistrationNumber number() {
    return RegistrationNumber.of("МГД", 2026, ++numbers);
  }

  List<CaseEvent> journal(AppealId appeal) {
    return Objects.requireNonNull(journals.get(appeal));
  }

  /** All that has to have been said of a case, from its journal alone. */
  List<Announcement<?>> told(AppealId appeal) {
    List<Announcement<?>> told = new ArrayList<>();
    CaseState state = NONE;
    for (CaseEvent event : journal(appeal)) {
      state = LIFECYCLE.evolve(state, event);
      told.addAll(Publication.of(appeal, event, (CaseState.Registered) state));
    }
    return told;
  }

  /** Once, or as often as the router dies over it. */
  private void handle(Input input) {
    boolean diesBefore = chance.nextInt(50) == 0;
    boolean diesAfter = chance.nextInt(50) == 0;
    if (diesBefore) {
      crashes++; // Nothing was recorded: the input comes again as if for the first time.
    }
    send(input, record(input));
    if (diesAfter) {
      crashes++; // It was recorded: what was recorded is sent again, whatever the case is by now.
      send(input, record(input));
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
    handled++;
    AppealId appeal = input.appeal();
    CaseState state = cases.getOrDefault(appeal, NONE);
    List<Announcement<?>> outputs = new ArrayList<>();
    switch (LIFECYCLE.decide(state, command)) {
      case Decision.Accepted accepted -> {
        for (CaseEvent event : accepted.events()) {
          state = LIFECYCLE.evolve(state, event);
          outputs.addAll(Publication.of(appeal, event, (CaseState.Registered) state));
          journals.computeIfAbsent(appeal, _ -> new ArrayList<>()).add(event);
        }
        if (!(state instanceof CaseState.Unregistered)) {
          cases.put(appeal, state);
        }
        accepted.timers().forEach(change -> change(appeal, change));
      }
      case Decision.Refused _ when command instanceof CaseCommand.EndPart -> parked++;
      case Decision.Refused _ -> refused++;
    }
    recorded.put(input.id(), outputs);
    return outputs;
  }

  private void send(Input cause, List<Announcement<?>> outputs) {
    sent.addAll(outputs);
    for (int ordinal = 0; ordinal < outputs.size(); ordinal++) {
      if (outputs.get(ordinal).event() instanceof CaseSignal signal) {
        // Two producers' transactions overtake each other, and an outage holds one up for long.
        Duration delay =
            chance.nextInt(20) == 0
                ? Duration.ofMinutes(chance.nextLong(5 * 24 * 60))
                : Duration.ofMillis(chance.nextLong(2_000));
        Instant at = cause.at().plus(delay);
        String id = "signal " + cause.id() + " " + ordinal;
        plan(signal.appealId(), id, at, () -> command(signal, number(), at));
      }
    }
  }

  /**
   * What a signal asks.
   *
   * @param number set aside in case it is the first that is heard of the case
   */
  static CaseCommand command(CaseSignal signal, RegistrationNumber number, Instant at) {
    return switch (signal) {
      case CampaignJoined _, CampaignAnswered _, CampaignMembersDue _ ->
          throw new IllegalStateException("there are no campaigns here");
      case TimerDue due -> new CaseCommand.RaiseTimer(due.timer(), due.generation(), at);
      case ChildOpened opened -> new CaseCommand.OpenPart(number, opened.copy(), at);
      case ParentWithdrawn withdrawn -> new CaseCommand.WithdrawPart(number, withdrawn.copy(), at);
      case ParentExtended extended ->
          new CaseCommand.ExtendPart(
              number,
              extended.copy(),
              extended.days(),
              extended.reason(),
              extended.extendedBy(),
              at);
      case ParentClarified clarified ->
          new CaseCommand.ClarifyPart(number, clarified.copy(), clarified.text(), at);
      case ChildEnded ended ->
          new CaseCommand.EndPart(
              ended.child(),
              ended.committee(),
              ended.outcome(),
              ended.result(),
              ended.explanation(),
              ended.text(),
              ended.publishedAt(),
              ended.actor(),
              at);
    };
  }

  private void change(AppealId appeal, TimerChange change) {
    Map<CaseTimer, TimerChange.Set> set =
        timers.computeIfAbsent(appeal, _ -> new EnumMap<>(CaseTimer.class));
    switch (change) {
      case TimerChange.Cancel cancel -> set.remove(cancel.timer());
      case TimerChange.Set timer -> {
        set.put(timer.timer(), timer);
        int raised = chance.nextInt(30) == 0 ? 2 : 1; // A lease that ran out raises it again.
        for (int i = 0; i < raised; i++) {
          // Also when it was cancelled meanwhile: the signal may have been on its way.
          plan(appeal, timer.timer() + "-" + timer.generation(), timer.dueAt(), () -> raise(timer));
        }
      }
    }
  }

  private static CaseCommand raise(TimerChange.Set timer) {
    return timer.timer() == CaseTimer.REQUEST_DUE
        ? new CaseCommand.RaiseRequest(timer.generation(), timer.dueAt())
        : new CaseCommand.RaiseTimer(timer.timer(), timer.generation(), timer.dueAt());
  }
}
