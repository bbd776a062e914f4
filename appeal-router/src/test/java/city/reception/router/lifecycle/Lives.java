package city.reception.router.lifecycle;

import static city.reception.router.lifecycle.CaseStory.CULTURE;
import static city.reception.router.lifecycle.CaseStory.EDUCATION;
import static city.reception.router.lifecycle.CaseStory.HEALTH;
import static city.reception.router.lifecycle.CaseStory.MARKER;

import city.reception.events.AnswerResult;
import city.reception.events.AppealStatus;
import city.reception.events.CaseCopy;
import city.reception.events.CaseTimer;
import city.reception.events.CommitteeId;
import city.reception.events.EventId;
import city.reception.events.RefusalGround;
import city.reception.router.lifecycle.CaseCommand.Split.NewPart;
import java.time.Duration;
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
    REMIND,
    CLARIFY,
    RATE,
    REOPEN,
    ANSWER_CAMPAIGN,
    FORWARD,
    SPLIT,
    ASK_CLARIFICATION,
    REFUSE,
    END_CORRESPONDENCE,
    REQUEST_INFORMATION,
    RECORD_REPLY,
    RAISE_REQUEST,
    OPEN_PART,
    WITHDRAW_PART,
    EXTEND_PART,
    CLARIFY_PART,
    END_PART
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
            Tuple.of(2, What.REMIND),
            Tuple.of(2, What.CLARIFY),
            Tuple.of(1, What.RATE),
            Tuple.of(4, What.REOPEN),
            Tuple.of(1, What.ANSWER_CAMPAIGN),
            Tuple.of(1, What.FORWARD),
            Tuple.of(2, What.SPLIT),
            Tuple.of(2, What.ASK_CLARIFICATION),
            Tuple.of(1, What.REFUSE),
            Tuple.of(1, What.END_CORRESPONDENCE),
            Tuple.of(3, What.REQUEST_INFORMATION),
            Tuple.of(2, What.RECORD_REPLY),
            Tuple.of(2, What.RAISE_REQUEST),
            Tuple.of(1, What.OPEN_PART),
            Tuple.of(1, What.WITHDRAW_PART),
            Tuple.of(1, What.EXTEND_PART),
            Tuple.of(1, What.CLARIFY_PART),
            Tuple.of(4, What.END_PART));
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
      case ANSWER ->
          new CaseCommand.Answer(
              by, version, actor, "Сделано. " + MARKER, AnswerResult.SATISFIED, ask.at());
      case ANSWER_CAMPAIGN ->
          new CaseCommand.AnswerCampaign(by, version, actor, "Всем. " + MARKER, null, ask.at());
      case FORWARD -> new CaseCommand.Forward(by, version, actor, "прокуратура", MARKER, ask.at());
      case SPLIT ->
          new CaseCommand.Split(
              by,
              version,
              actor,
              List.of(
                  new NewPart(CaseStory.part(1), HEALTH, true, MARKER),
                  new NewPart(CaseStory.part(2), ask.other(), true, MARKER)),
              MARKER,
              ask.at());
      case ASK_CLARIFICATION ->
          new CaseCommand.AskClarification(by, version, actor, MARKER, ask.at());
      case REFUSE ->
          new CaseCommand.Refuse(
              by,
              version,
              actor,
              ask.other().equals(CULTURE)
                  ? RefusalGround.UNIDENTIFIED_SENDER
                  : RefusalGround.UNREADABLE,
              MARKER,
              null,
              ask.at());
      case END_CORRESPONDENCE ->
          new CaseCommand.EndCorrespondence(by, version, actor, MARKER, ask.at());
      case REQUEST_INFORMATION ->
          new CaseCommand.RequestInformation(
              by, version, actor, request(version), "департамент", MARKER, ask.at());
      case RECORD_REPLY ->
          new CaseCommand.RecordRequestReply(by, version, actor, awaited(state), MARKER, ask.at());
      case RAISE_REQUEST ->
          new CaseCommand.RaiseRequest(
              requests(state).generation() + ask.versionsOff() % 2, ask.at());
      case CLARIFY -> new CaseCommand.Clarify(MARKER, ask.at());
      case RATE -> new CaseCommand.Rate(5, MARKER, ask.at());
      case REOPEN -> new CaseCommand.Reopen(MARKER, soon(state, ask));
      case OPEN_PART -> new CaseCommand.OpenPart(CaseStory.NUMBER, copy(ask, 0), ask.at());
      case WITHDRAW_PART -> new CaseCommand.WithdrawPart(CaseStory.NUMBER, copy(ask, 0), ask.at());
      case EXTEND_PART ->
          new CaseCommand.ExtendPart(CaseStory.NUMBER, copy(ask, 30), 30, MARKER, actor, ask.at());
      case CLARIFY_PART ->
          new CaseCommand.ClarifyPart(CaseStory.NUMBER, copy(ask, 0), MARKER, ask.at());
      case END_PART ->
          new CaseCommand.EndPart(
              CaseStory.part(1 + ask.other().slug().length() % 2),
              HEALTH,
              AppealStatus.ANSWERED,
              null,
              null,
              MARKER,
              null,
              actor,
              ask.at());
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

  private static EventId request(int version) {
    return new EventId("request-" + version);
  }

  private static Requests requests(CaseState state) {
    return state instanceof CaseState.Registered registered
        ? registered.file().progress().allRequests()
        : Requests.NONE;
  }

  private static EventId awaited(CaseState state) {
    List<Requests.Request> open = requests(state).open();
    return open.isEmpty() ? request(0) : open.getLast().id();
  }

  /** Mostly within the term; an answer's time may be anything. */
  private static Instant soon(CaseState state, Ask ask) {
    LastAnswer answer =
        state instanceof CaseState.Registered registered
            ? registered.file().progress().lastAnswer()
            : null;
    return answer == null || ask.who() == Who.SOMEBODY_ELSE
        ? ask.at()
        : answer.at().plus(Duration.ofDays(3));
  }

  private static CaseCopy copy(Ask ask, int extendedBy) {
    return CaseStory.copy(ask.at().plus(Duration.ofDays(20 + extendedBy)));
  }

  private static CaseCommand register(Ask ask, String digest) {
    boolean repeat = ask.versionsOff() % 2 == 0;
    return new CaseCommand.Register(
        CaseStory.NUMBER,
        CaseStory.content(),
        digest,
        CaseStory.route(ask.other()),
        repeat ? new Ties(null, null, CaseStory.WHOLE, null) : Ties.NONE,
        ask.at());
  }
}
