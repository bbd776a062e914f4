package city.reception.router.lifecycle;

import static city.reception.router.lifecycle.CaseStory.CULTURE;
import static city.reception.router.lifecycle.CaseStory.EDUCATION;
import static city.reception.router.lifecycle.CaseStory.HEALTH;
import static city.reception.router.lifecycle.CaseStory.MARKER;

import city.reception.events.CaseTimer;
import city.reception.events.CommitteeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Random lives of a case: whatever is asked, by whomever, at whatever time, in whatever order. */
public final class Lives {

  private static final List<CommitteeId> COMMITTEES = List.of(EDUCATION, HEALTH, CULTURE);
  private static final CaseLifecycle LIFECYCLE = new CaseLifecycle(TestRules.DEADLINES);

  private Lives() {}

  /** What is asked next. Who holds the case, and its version, are known only when it is asked. */
  public record Ask(What what, Who who, int versionsOff, CommitteeId other, Instant at) {
    @Override
    public String toString() {
      return "%s by %s, %+d, %s, %s".formatted(what, who, versionsOff, other, at);
    }
  }

  enum What {
    REGISTER,
    REGISTER_ANOTHER_BODY,
    WITHDRAW,
    TAKE_UP,
    REDIRECT,
    REDIRECT_NOWHERE,
    EXTEND,
    ANSWER,
    REMIND
  }

  enum Who {
    THE_HOLDER,
    SOMEBODY_ELSE
  }

  /** One command, what followed from it, and the state before and after. */
  public record Step(
      CaseState before, CaseCommand command, Decision decision, List<CaseState> states) {

    public CaseState after() {
      return states.isEmpty() ? before : states.getLast();
    }

    public List<CaseEvent> events() {
      return switch (decision) {
        case Decision.Accepted accepted -> accepted.events();
        case Decision.Refused refused -> List.of();
      };
    }
  }

  /** Up to 40 asks, more often sensible than not, so that long lives are common. */
  public static Arbitrary<List<Ask>> asks() {
    Arbitrary<What> what =
        Arbitraries.frequency(
            Tuple.of(4, What.REGISTER),
            Tuple.of(1, What.REGISTER_ANOTHER_BODY),
            Tuple.of(1, What.WITHDRAW),
            Tuple.of(5, What.TAKE_UP),
            Tuple.of(5, What.REDIRECT),
            Tuple.of(1, What.REDIRECT_NOWHERE),
            Tuple.of(1, What.EXTEND),
            Tuple.of(1, What.ANSWER),
            Tuple.of(2, What.REMIND));
    Arbitrary<Who> who =
        Arbitraries.frequency(Tuple.of(5, Who.THE_HOLDER), Tuple.of(1, Who.SOMEBODY_ELSE));
    Arbitrary<Integer> versionsOff =
        Arbitraries.frequencyOf(
            Tuple.of(5, Arbitraries.just(0)), Tuple.of(1, Arbitraries.integers()));
    return Combinators.combine(what, who, versionsOff, Arbitraries.of(COMMITTEES), times())
        .as(Ask::new)
        .list()
        .ofMaxSize(40);
  }

  /** Any append time that a broker may give, and not in order. */
  public static Arbitrary<Instant> times() {
    return Arbitraries.longs()
        .between(
            Instant.parse("2020-01-01T00:00:00Z").toEpochMilli(),
            Instant.parse("2099-12-31T20:59:59Z").toEpochMilli())
        .map(Instant::ofEpochMilli);
  }

  /** What becomes of an appeal when all this is asked, one after the other. */
  public static List<Step> lived(List<Ask> asks) {
    List<Step> steps = new ArrayList<>();
    CaseState state = new CaseState.Unregistered();
    for (Ask ask : asks) {
      CaseCommand command = command(ask, state);
      Decision decision = LIFECYCLE.decide(state, command);
      List<CaseState> states = new ArrayList<>();
      CaseState now = state;
      if (decision instanceof Decision.Accepted accepted) {
        for (CaseEvent event : accepted.events()) {
          now = LIFECYCLE.evolve(now, event);
          states.add(now);
        }
      }
      steps.add(new Step(state, command, decision, List.copyOf(states)));
      state = now;
    }
    return steps;
  }

  private static CaseCommand command(Ask ask, CaseState state) {
    @Nullable CommitteeId holder =
        state instanceof CaseState.Registered registered ? registered.file().committee() : null;
    CommitteeId by = ask.who() == Who.THE_HOLDER && holder != null ? holder : ask.other();
    int version =
        ask.versionsOff()
            + (state instanceof CaseState.Registered registered ? registered.file().version() : 0);
    String actor = "депутат " + MARKER;
    return switch (ask.what()) {
      case REGISTER -> register(ask, CaseStory.DIGEST);
      case REGISTER_ANOTHER_BODY -> register(ask, "digest-2");
      case WITHDRAW -> new CaseCommand.Withdraw("передумал " + MARKER, ask.at());
      case TAKE_UP -> new CaseCommand.TakeUp(by, version, actor, ask.at());
      case REDIRECT ->
          new CaseCommand.Redirect(by, version, actor, ask.other(), true, MARKER, ask.at());
      case REDIRECT_NOWHERE ->
          new CaseCommand.Redirect(by, version, actor, ask.other(), false, MARKER, ask.at());
      case EXTEND ->
          new CaseCommand.Extend(
              by,
              version,
              actor,
              1 + Math.abs(ask.other().slug().length() * 3 % 31),
              MARKER,
              ask.at());
      case ANSWER -> new CaseCommand.Answer(by, version, actor, "Сделано. " + MARKER, ask.at());
      case REMIND ->
          new CaseCommand.RaiseTimer(
              waitsFor(state), 1 + Math.abs(ask.versionsOff() % 2), ask.at());
    };
  }

  private static CaseTimer waitsFor(CaseState state) {
    CaseTimer next =
        state instanceof CaseState.Registered registered
            ? registered.file().progress().waitsFor()
            : null;
    return next == null ? CaseTimer.ANSWER_DUE_IN_3_DAYS : next;
  }

  private static CaseCommand register(Ask ask, String digest) {
    return new CaseCommand.Register(
        CaseStory.NUMBER, CaseStory.content(), digest, CaseStory.route(ask.other()), ask.at());
  }
}
