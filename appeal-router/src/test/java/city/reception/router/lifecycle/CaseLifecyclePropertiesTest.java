package city.reception.router.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.CaseTimer;
import city.reception.events.CommitteeId;
import city.reception.events.RefusalReason;
import city.reception.router.lifecycle.Decision.TimerChange;
import city.reception.router.lifecycle.Lives.Ask;
import city.reception.router.lifecycle.Lives.Step;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** What holds in every life of a case, whatever is asked of it. */
class CaseLifecyclePropertiesTest {

  private static final CaseLifecycle LIFECYCLE = new CaseLifecycle(TestRules.DEADLINES);

  @Provide
  Arbitrary<List<Ask>> asks() {
    return Lives.asks();
  }

  @Property
  void noQuestionIsTooMuchAndEveryStateIsReached(@ForAll("asks") List<Ask> asks) {
    List<Step> life = Lives.lived(asks);

    assertThat(life).hasSameSizeAs(asks);
    life.stream()
        .map(step -> step.after().getClass().getSimpleName())
        .distinct()
        .forEach(Statistics::collect);
    Statistics.coverage(ends -> {
      // Unrouted is no state at rest; for a refusal, ground and moment must both be right.
      for (String state : SealedFamily.namesOf(CaseState.class)) {
        if (!state.equals("Unrouted")) {
          ends.check(state).count(count -> count > 0);
        }
      }
    });
  }

  @Property
  void theVersionRisesByOneWithEachChangeAndByNothingElse(@ForAll("asks") List<Ask> asks) {
    for (Step step : Lives.lived(asks)) {
      long changes =
          step.events().stream()
              .filter(CaseLifecyclePropertiesTest::mustBeSeen)
              .map(CaseEvent::version)
              .distinct()
              .count();

      assertThat(version(step.after())).isEqualTo(version(step.before()) + (int) changes);
      if (!(step.command() instanceof CaseCommand.WithdrawPart)) {
        assertThat(step.events()).allMatch(event -> event.version() == version(step.after()));
      }
    }
  }

  @Property
  void versionAndIndexTogetherOrderAllEventsOfACase(@ForAll("asks") List<Ask> asks) {
    CaseEvent last = null;
    for (CaseEvent event : journal(asks)) {
      if (last != null && event.version() == last.version()) {
        assertThat(event.index()).isEqualTo(last.index() + 1);
      } else {
        assertThat(event.version()).isEqualTo(last == null ? 1 : last.version() + 1);
        assertThat(event.index()).isZero();
      }
      last = event;
    }
  }

  @Property
  void aCaseStandsWhereItsLastEventLeftIt(@ForAll("asks") List<Ask> asks) {
    for (Step step : Lives.lived(asks)) {
      for (int at = 0; at < step.events().size(); at++) {
        CaseEvent event = step.events().get(at);
        CaseFile file = file(step.states().get(at));

        assertThat(file.version()).isEqualTo(event.version());
        assertThat(file.index()).isEqualTo(event.index());
        assertThat(event.at()).isEqualTo(step.command().at());
      }
    }
  }

  @Property
  void nothingHappensToACaseThatIsOverButThatAnAnswerIsRatedOrTheCaseReopened(
      @ForAll("asks") List<Ask> asks) {
    for (Step step : Lives.lived(asks)) {
      if (step.before() instanceof CaseState.Answered) {
        assertThat(step.events())
            .allMatch(
                event -> event instanceof CaseEvent.Rated || event instanceof CaseEvent.Reopened);
      } else if (step.before() instanceof CaseState.Over) {
        assertThat(step.events()).isEmpty();
        assertThat(step.after()).isEqualTo(step.before());
      }
    }
  }

  @Property
  void theDeadlineMovesByAnExtensionOrBeginsAnewWithAReopeningAndTheNumberAndTheContentNever(
      @ForAll("asks") List<Ask> asks) {
    for (Step step : Lives.lived(asks)) {
      if (step.before() instanceof CaseState.Registered before) {
        CaseFile after = file(step.after());

        if (step.events().stream()
            .noneMatch(event ->
                event instanceof CaseEvent.Extended || event instanceof CaseEvent.Reopened)) {
          assertThat(after.dueAt()).isEqualTo(before.file().dueAt());
          assertThat(after.dueAtExplanation()).isEqualTo(before.file().dueAtExplanation());
        }
        assertThat(after.registeredAt()).isEqualTo(before.file().registeredAt());
        assertThat(after.number()).isEqualTo(before.file().number());
        assertThat(after.content()).isEqualTo(before.file().content());
        assertThat(after.bodyDigest()).isEqualTo(before.file().bodyDigest());
      }
    }
  }

  @Property
  void theDeadlineFollowsFromTheRegistrationOrTheReopeningAndTheOneExtension(
      @ForAll("asks") List<Ask> asks) {
    int days = 0;
    for (Step step : Lives.lived(asks)) {
      for (CaseEvent event : step.events()) {
        if (event instanceof CaseEvent.Extended extended && !isPart(step.after())) {
          boolean byTheWhole = step.command() instanceof CaseCommand.ExtendPart;
          assertThat(days == 0 || byTheWhole).as("extended before").isTrue();
          days = byTheWhole ? -1 : extended.days();
          assertThat(days).isBetween(-1, 30);
        } else if (event instanceof CaseEvent.Reopened) {
          days = 0;
        }
      }
      if (step.after() instanceof CaseState.Registered registered
          && !isPart(registered)
          && days >= 0) {
        CaseFile file = registered.file();
        RuleSet rules = TestRules.DEADLINES.inForceAt(file.registeredAt());
        assertThat(file.progress().rules()).isEqualTo(rules.id());
        assertThat(file.dueAt())
            .isEqualTo(
                days == 0
                    ? TestRules.DEADLINES.answer(rules, file.termFrom()).at()
                    : TestRules.DEADLINES.extended(rules, file.termFrom(), false, days).at());
      }
    }
  }

  @Property
  void aRefusalChangesNothing(@ForAll("asks") List<Ask> asks) {
    for (Step step : Lives.lived(asks)) {
      if (step.decision() instanceof Decision.Refused) {
        assertThat(step.after()).isEqualTo(step.before());
      }
    }
  }

  @Property
  void theJournalFoldedFromItsBeginningIsTheCase(@ForAll("asks") List<Ask> asks) {
    List<Step> life = Lives.lived(asks);
    CaseState replayed = new CaseState.Unregistered();
    for (CaseEvent event : journal(asks)) {
      replayed = LIFECYCLE.evolve(replayed, event);
    }

    assertThat(replayed)
        .isEqualTo(life.isEmpty() ? new CaseState.Unregistered() : life.getLast().after());
  }

  @Property
  void anOpenCaseIsWaitedForByTheOneTimerOnItsFileOrIsOverdueAndTheChairKnows(
      @ForAll("asks") List<Ask> asks) {
    Set<CaseTimer> timers = new HashSet<>();
    boolean overdue = false;
    for (Step step : Lives.lived(asks)) {
      if (step.events().stream()
          .anyMatch(event ->
              event instanceof CaseEvent.Extended || event instanceof CaseEvent.Reopened)) {
        overdue = false;
      }
      overdue |=
          step.events().stream()
              .anyMatch(event ->
                  event instanceof CaseEvent.Reminded(_, _, _, var timer)
                      && timer == CaseTimer.ANSWER_OVERDUE);
      applyTimers(step, timers);

      switch (step.after()) {
        case CaseState.Open open -> {
          CaseTimer waitsFor = open.file().progress().waitsFor();
          Set<CaseTimer> awaited = EnumSet.noneOf(CaseTimer.class);
          if (waitsFor != null) {
            awaited.add(waitsFor);
          }
          if (open.file().progress().allRequests().next().isPresent()) {
            awaited.add(CaseTimer.REQUEST_DUE);
          }
          assertThat(timers).isEqualTo(awaited);
          assertThat(waitsFor != null || overdue).isTrue();
        }
        case CaseState.Over over -> assertThat(timers).isEmpty();
        case CaseState.Unregistered unregistered -> assertThat(timers).isEmpty();
      }
    }
  }

  @Property
  void remindersComeEachOnceAndInTheirOrderAndAnewAfterAnExtension(@ForAll("asks") List<Ask> asks) {
    @Nullable CaseTimer last = null;
    for (CaseEvent event : journal(asks)) {
      if (event instanceof CaseEvent.Reminded reminded) {
        assertThat(last == null || last.compareTo(reminded.timer()) < 0).isTrue();
        last = reminded.timer();
      } else if (event instanceof CaseEvent.Extended || event instanceof CaseEvent.Reopened) {
        last = null;
      }
    }
  }

  @Property
  void everyTimerIsSetForItsTimeBeforeOrAfterTheDeadline(@ForAll("asks") List<Ask> asks) {
    for (Step step : Lives.lived(asks)) {
      for (TimerChange change : timers(step)) {
        if (change instanceof TimerChange.Set set) {
          CaseFile file = file(step.after());
          if (set.timer() == CaseTimer.REQUEST_DUE) {
            Requests requests = file.progress().allRequests();
            assertThat(requests.next().map(Requests.Request::dueAt)).contains(set.dueAt());
            assertThat(set.generation()).isEqualTo(requests.generation());
          } else {
            assertThat(set.dueAt())
                .isEqualTo(TestRules.DEADLINES.timeOf(set.timer(), file.dueAt()));
            assertThat(set.generation()).isEqualTo(file.progress().generation());
          }
        }
      }
    }
  }

  @Property
  void aCaseAtRestIsWithTheOneCommitteeThatItWasLastGivenTo(@ForAll("asks") List<Ask> asks) {
    CommitteeId given = null;
    for (Step step : Lives.lived(asks)) {
      for (CaseEvent event : step.events()) {
        switch (event) {
          case CaseEvent.Routed routed -> given = routed.route().committee();
          case CaseEvent.Redirected redirected -> {
            assertThat(redirected.from()).isEqualTo(given).isNotEqualTo(redirected.to());
            given = redirected.to();
          }
          default -> {
            // The holder stays, whatever else happens.
          }
        }
      }
      if (step.after() instanceof CaseState.Registered registered) {
        assertThat(registered.file().committee()).isNotNull().isEqualTo(given);
        assertThat(registered).isNotInstanceOf(CaseState.Unrouted.class);
      }
    }
  }

  @Property
  void onlyTheHolderWhoSawTheLatestVersionChangesACase(@ForAll("asks") List<Ask> asks) {
    for (Step step : Lives.lived(asks)) {
      if (step.command() instanceof CaseCommand.OfCommittee action
          && step.before() instanceof CaseState.Open open
          && !(action.by().equals(open.file().committee())
              && action.expectedVersion() == open.file().version())) {
        assertThat(step.decision())
            .isEqualTo(
                new Decision.Refused(
                    action.by().equals(open.file().committee())
                        ? RefusalReason.STALE_VERSION
                        : RefusalReason.NOT_THE_HOLDER));
      }
    }
  }

  @Property
  void theSameQuestionInTheSameStateHasTheSameAnswer(@ForAll("asks") List<Ask> asks) {
    assertThat(Lives.lived(asks)).isEqualTo(Lives.lived(asks));
  }

  @Property
  void thereIsNoAnswerAfterAWithdrawal(@ForAll("asks") List<Ask> asks) {
    List<CaseEvent> journal = journal(asks);
    boolean withdrawn = false;
    for (CaseEvent event : journal) {
      assertThat(withdrawn).as("something after a withdrawal").isFalse();
      withdrawn = event instanceof CaseEvent.Withdrawn;
    }
  }

  @Property
  void noGenerationOfATimerIsEverSetTwice(@ForAll("asks") List<Ask> asks) {
    Set<String> set = new HashSet<>();
    for (Step step : Lives.lived(asks)) {
      for (TimerChange change : timers(step)) {
        if (change instanceof TimerChange.Set(var timer, var generation, var _)) {
          // Its signal's id follows from both: a second one would be taken for a repeat.
          assertThat(set.add(timer + " " + generation)).as("%s %s", timer, generation).isTrue();
        }
      }
    }
  }

  private static boolean mustBeSeen(CaseEvent event) {
    return !(event instanceof CaseEvent.Reminded
        || event instanceof CaseEvent.RequestOverdue
        || event instanceof CaseEvent.Rated);
  }

  private static boolean isPart(CaseState state) {
    return state instanceof CaseState.Registered registered && registered.file().isPart();
  }

  private static void applyTimers(Step step, Set<CaseTimer> timers) {
    for (TimerChange change : timers(step)) {
      switch (change) {
        case TimerChange.Set set -> timers.add(set.timer());
        case TimerChange.Cancel cancel -> timers.remove(cancel.timer());
      }
    }
  }

  private static List<TimerChange> timers(Step step) {
    return switch (step.decision()) {
      case Decision.Accepted accepted -> accepted.timers();
      case Decision.Refused refused -> List.of();
    };
  }

  private static List<CaseEvent> journal(List<Ask> asks) {
    return Lives.lived(asks).stream().flatMap(step -> step.events().stream()).toList();
  }

  private static int version(CaseState state) {
    return state instanceof CaseState.Registered registered ? registered.file().version() : 0;
  }

  private static CaseFile file(CaseState state) {
    return Objects.requireNonNull(
        state instanceof CaseState.Registered registered ? registered.file() : null);
  }
}
