package city.reception.router.lifecycle;

import static city.reception.router.lifecycle.CaseStory.CULTURE;
import static city.reception.router.lifecycle.CaseStory.EDUCATION;
import static city.reception.router.lifecycle.CaseStory.HEALTH;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AnswerResult;
import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import city.reception.events.EventId;
import city.reception.events.RefusalGround;
import city.reception.router.lifecycle.CaseCommand.Split.NewPart;
import city.reception.router.publication.Announcement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand appeals over two years, and whatever people may do about them, with a router that
 * dies: everything reconciles to the last event. The seed is fixed, so that a failure comes again.
 */
class SimulationTest {

  private static final int APPEALS = 10_000;
  private static final Instant BEGIN = Instant.parse("2026-01-01T06:00:00Z");
  private static final Duration TWO_YEARS = Duration.ofDays(730);
  private static final List<CommitteeId> COMMITTEES = List.of(EDUCATION, HEALTH, CULTURE);

  private static final List<RefusalGround> GROUNDS = List.of(RefusalGround.values());

  private final Random chance = new Random(59);
  private final SimulatedRouter router = new SimulatedRouter(chance);
  private int parts;

  @Test
  void tenThousandAppealsOverTwoYearsReconcileWhateverCrashes() {
    for (int i = 0; i < APPEALS; i++) {
      appeal(i);
    }
    router.run();

    Map<String, Integer> ends = new TreeMap<>();
    router.cases.forEach((appeal, state) -> {
      reconcile(appeal, (CaseState.Registered) state);
      ends.merge(state.getClass().getSimpleName(), 1, Integer::sum);
    });
    Set<Announcement<?>> distinct = new HashSet<>(router.sent);
    int expected = 0;
    int events = 0;
    for (AppealId appeal : router.cases.keySet()) {
      List<Announcement<?>> told = router.told(appeal);
      expected += told.size();
      events += router.journal(appeal).size();
      assertThat(distinct.containsAll(told)).as("all that happened was said").isTrue();
    }
    assertThat(distinct).as("nothing was said that did not happen").hasSize(expected);

    System.out.printf( // The reconciliation, for whoever reads the test's output.
        """
        simulated: %,d appeals, %,d parts, %,d inputs, %,d refused, %,d crashes
        journals:  %,d events; by state: %s
        said:      %,d announcements sent, %,d of them distinct, %,d expected from the journals
        """,
        APPEALS,
        parts,
        router.handled,
        router.refused,
        router.crashes,
        events,
        ends,
        router.sent.size(),
        distinct.size(),
        expected);
    assertThat(router.crashes).isGreaterThan(1_000);
    assertThat(router.parked).as("signals that no case took").isZero();
    assertThat(router.cases).hasSize(APPEALS + parts);
    List<String> all = new ArrayList<>(SealedFamily.namesOf(CaseState.class));
    all.removeAll(List.of("Unregistered", "Unrouted"));
    assertThat(ends.keySet()).containsExactlyInAnyOrderElementsOf(all);
  }

  private void reconcile(AppealId appeal, CaseState.Registered state) {
    CaseState replayed = SimulatedRouter.NONE;
    boolean over = false;
    boolean withdrawn = false;
    Instant dueAt = Instant.MAX;
    for (CaseEvent event : router.journal(appeal)) {
      assertThat(withdrawn).as("nothing after a withdrawal").isFalse();
      boolean mayFollow = event instanceof CaseEvent.Rated || event instanceof CaseEvent.Reopened;
      assertThat(over && !mayFollow).as("nothing after the end but what follows it").isFalse();
      replayed = SimulatedRouter.LIFECYCLE.evolve(replayed, event);
      CaseFile file = ((CaseState.Registered) replayed).file();
      if (event instanceof CaseEvent.Registered
          || event instanceof CaseEvent.Extended
          || event instanceof CaseEvent.Reopened) {
        dueAt = file.dueAt();
      }
      assertThat(file.dueAt()).as("only an extension or a reopening moves it").isEqualTo(dueAt);
      over = replayed instanceof CaseState.Over;
      withdrawn = event instanceof CaseEvent.Withdrawn;
      if (event instanceof CaseEvent.Split split) {
        parts += split.parts().size();
      }
    }
    assertThat(replayed).isEqualTo(state);
    assertThat(router.timers.getOrDefault(appeal, Map.of())).as("all time has passed").isEmpty();
    if (state instanceof CaseState.Open) {
      assertThat(router.journal(appeal))
          .as("an open case whose time is over was raised to the chair")
          .anyMatch(event ->
              event instanceof CaseEvent.Reminded(_, _, _, var timer)
                  && timer.name().equals("ANSWER_OVERDUE"));
    }
    reconcileParts(appeal, state);
  }

  /** What a whole knows of its parts is so, and none of them outlives it. */
  private void reconcileParts(AppealId appeal, CaseState.Registered state) {
    AppealId parent = state.file().progress().allTies().parent();
    if (parent != null) {
      CaseState whole = Objects.requireNonNull(router.cases.get(parent));
      if (whole instanceof CaseState.Over) {
        assertThat(state)
            .as("a part does not outlive the whole")
            .isInstanceOf(CaseState.Over.class);
      }
    }
    Parts known = state.file().progress().parts();
    if (known != null) {
      for (Parts.Part part : known.parts()) {
        CaseState.Registered child =
            (CaseState.Registered) Objects.requireNonNull(router.cases.get(part.part().appealId()));
        if (!(state instanceof CaseState.Withdrawn)) {
          assertThat(part.ended())
              .isEqualTo(child instanceof CaseState.Over ? child.status() : null);
          if (child instanceof CaseState.Open) {
            assertThat(child.file().dueAt()).isEqualTo(state.file().dueAt());
          }
        }
      }
      boolean allEnded = known.open().findAny().isEmpty();
      assertThat(state instanceof CaseState.Answered).isEqualTo(allEnded);
    }
    if (parent == null && router.journal(appeal).getFirst() instanceof CaseEvent.Registered first) {
      assertThat(first.content().part()).isNull();
    }
  }

  /** An appeal and all that people will do about it, sensible or not. */
  private void appeal(int number) {
    AppealId appeal = AppealId.of("simulation", Integer.toString(number));
    Instant at = BEGIN.plus(Duration.ofSeconds(chance.nextLong(TWO_YEARS.toSeconds())));
    CommitteeId first = anyCommittee();
    Ties ties =
        chance.nextInt(5) == 0
            ? new Ties(null, null, AppealId.of("simulation", "earlier"), null)
            : Ties.NONE;
    router.plan(
        appeal,
        "appeal",
        at,
        () ->
            new CaseCommand.Register(
                router.number(),
                CaseStory.content(),
                CaseStory.DIGEST,
                CaseStory.route(first),
                ties,
                at));
    acts(appeal, "act", at, chance.nextInt(9));
  }

  private void acts(AppealId appeal, String name, Instant from, int count) {
    for (int act = 0; act < count; act++) {
      Instant then = from.plus(Duration.ofMinutes(chance.nextLong(90 * 24 * 60)));
      int what = chance.nextInt(34);
      CommitteeId other = anyCommittee();
      int some = chance.nextInt(40);
      String id = name + "-" + act;
      router.plan(appeal, id, then, () -> act(appeal, id, what, other, some, then));
    }
  }

  private @Nullable CaseCommand act(
      AppealId appeal, String id, int what, CommitteeId other, int some, Instant at) {
    if (!(router.cases.get(appeal) instanceof CaseState.Registered registered)) {
      return null;
    }
    CaseFile file = registered.file();
    CommitteeId by = some == 1 ? other : Objects.requireNonNull(file.committee());
    int version = some == 2 ? file.version() - 1 : file.version();
    String who = "депутат";
    List<Requests.Request> open = file.progress().allRequests().open();
    return switch (what) {
      case 0 -> new CaseCommand.Withdraw(null, at);
      case 1, 2 -> new CaseCommand.Clarify("Это было вчера.", at);
      case 3, 4 -> new CaseCommand.Rate(1 + some % 5, null, at);
      case 5, 6, 7 -> new CaseCommand.Reopen("Не сделано.", at);
      case 8, 9, 10, 11 -> new CaseCommand.TakeUp(by, version, who, at);
      case 12, 13, 14 -> new CaseCommand.Redirect(by, version, who, other, true, "не наше", at);
      case 15, 16 -> new CaseCommand.Extend(by, version, who, some, "ждём бумаги", at);
      case 17, 18 -> new CaseCommand.AskClarification(by, version, who, "Когда?", at);
      case 19 -> new CaseCommand.Forward(by, version, who, "прокуратура", "в её ведении", at);
      case 20 ->
          new CaseCommand.Refuse(
              by,
              version,
              who,
              GROUNDS.get(some % GROUNDS.size()),
              null,
              "https://duma.example/1",
              at);
      case 21 -> new CaseCommand.EndCorrespondence(by, version, who, "новых доводов нет", at);
      case 22, 23 ->
          new CaseCommand.RequestInformation(
              by, version, who, new EventId(appeal + "-" + id), "департамент", "сколько?", at);
      case 24 ->
          new CaseCommand.RecordRequestReply(
              by,
              version,
              who,
              open.isEmpty() ? new EventId("none") : open.getFirst().id(),
              "три",
              at);
      case 25, 26, 27 -> split(appeal, id, by, version, some, at);
      case 28 -> new CaseCommand.AnswerCampaign(by, version, who, "Всем.", null, at);
      default -> new CaseCommand.Answer(by, version, who, "Сделано.", AnswerResult.SATISFIED, at);
    };
  }

  /** What people do about the parts is planned with them, whether or not they come to be. */
  private CaseCommand split(
      AppealId appeal, String id, CommitteeId by, int version, int some, Instant at) {
    List<NewPart> wanted = new ArrayList<>();
    for (int number = 1; number <= 2 + some % 3; number++) {
      AppealId part = AppealId.ofPart(appeal, new EventId(id), number);
      wanted.add(new NewPart(part, anyCommittee(), true, "вопрос " + number));
      acts(part, "part", at, 1 + chance.nextInt(9));
    }
    return new CaseCommand.Split(by, version, "депутат", wanted, "несколько вопросов", at);
  }

  private CommitteeId anyCommittee() {
    return COMMITTEES.get(chance.nextInt(COMMITTEES.size()));
  }
}
