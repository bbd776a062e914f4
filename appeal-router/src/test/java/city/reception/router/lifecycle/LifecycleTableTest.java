package city.reception.router.lifecycle;

import static city.reception.router.lifecycle.CaseStory.CULTURE;
import static city.reception.router.lifecycle.CaseStory.DIGEST;
import static city.reception.router.lifecycle.CaseStory.EDUCATION;
import static city.reception.router.lifecycle.CaseStory.HEALTH;
import static city.reception.router.lifecycle.CaseStory.anAppeal;
import static city.reception.router.lifecycle.LifecycleTables.inWords;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.CommitteeId;
import city.reception.router.lifecycle.LifecycleTables.Cell;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows from every command in every state, and where every event leads. */
class LifecycleTableTest {

  private static final CaseLifecycle LIFECYCLE = new CaseLifecycle(TestRules.DEADLINES);

  static Stream<Cell> outcomes() {
    return LifecycleTables.cells(LifecycleTables.OUTCOMES);
  }

  static Stream<Cell> transitions() {
    return LifecycleTables.cells(LifecycleTables.TRANSITIONS)
        .filter(cell -> !cell.content().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void everyCommandInEveryStateHasTheOutcomeOfTheTable(Cell cell) {
    CaseStory story = LifecycleTables.given(cell.column());

    Decision decision = story.decisionOn(LifecycleTables.command(cell.row()).apply(story));

    assertThat(inWords(decision)).isEqualTo(cell.content());
  }

  @Test
  void everyEventLeadsToTheStateOfTheTableAndNoOtherEventIsPossibleThere() {
    Map<String, String> lead = new TreeMap<>();
    LifecycleTables.STATES.forEach((name, given) ->
        LifecycleTables.COMMANDS
            .values()
            .forEach(command -> {
              CaseStory story = given.get();
              CaseState state = story.state();
              for (CaseEvent event :
                  LifecycleTables.eventsOf(story.decisionOn(command.apply(story))).toList()) {
                CaseState after = LIFECYCLE.evolve(state, event);
                lead.put(name(event) + " in " + name(state), name(after));
                state = after;
              }
            }));

    assertThat(lead)
        .isEqualTo(
            transitions()
                .collect(
                    Collectors.toMap(cell -> cell.row() + " in " + cell.column(), Cell::content)));
  }

  @Test
  void theTablesNameEveryStateEveryCommandAndEveryEvent() {
    assertThat(LifecycleTables.columns(LifecycleTables.OUTCOMES))
        .containsExactlyElementsOf(SealedFamily.namesOf(CaseState.class));
    assertThat(LifecycleTables.columns(LifecycleTables.TRANSITIONS))
        .containsExactlyElementsOf(SealedFamily.namesOf(CaseState.class));
    assertThat(LifecycleTables.rows(LifecycleTables.OUTCOMES))
        .containsExactlyInAnyOrderElementsOf(SealedFamily.namesOf(CaseCommand.class));
    assertThat(LifecycleTables.rows(LifecycleTables.TRANSITIONS))
        .containsExactlyInAnyOrderElementsOf(SealedFamily.namesOf(CaseEvent.class));
    assertThat(outcomes()).allMatch(cell -> !cell.content().isEmpty());
  }

  @Test
  void theSameSubmissionAgainChangesNothingAndAnotherOneUnderItsKeyIsRefused() {
    CaseStory story = anAppeal().registered().takenUp();

    assertThat(inWords(story.decisionOn(story.register(DIGEST)))).isEqualTo("nothing");
    assertThat(inWords(story.decisionOn(story.register("digest-2")))).isEqualTo("KEY_REUSED");
  }

  @Test
  void anActionIsRefusedForTheFirstOfItsFaultsInTheirOrder() {
    CaseStory story = anAppeal().registered();
    CaseStory over = anAppeal().registered().answered();

    assertThat(inWords(story.decisionOn(redirect(story, CULTURE, 99, HEALTH, false))))
        .isEqualTo("NOT_THE_HOLDER");
    assertThat(inWords(over.decisionOn(redirect(over, CULTURE, 99, HEALTH, false))))
        .isEqualTo("NOT_THE_HOLDER");
    assertThat(inWords(over.decisionOn(redirect(over, EDUCATION, 99, HEALTH, false))))
        .isEqualTo("ALREADY_ANSWERED");
    assertThat(inWords(story.decisionOn(redirect(story, EDUCATION, 99, HEALTH, false))))
        .isEqualTo("STALE_VERSION");
    assertThat(inWords(story.decisionOn(redirect(story, EDUCATION, 1, HEALTH, false))))
        .isEqualTo("UNKNOWN_COMMITTEE");
    assertThat(inWords(story.decisionOn(redirect(story, EDUCATION, 1, EDUCATION, true))))
        .isEqualTo("SAME_COMMITTEE");
    assertThat(inWords(story.decisionOn(redirect(story, EDUCATION, 1, HEALTH, true))))
        .isEqualTo("Redirected");
  }

  @Test
  void aTermIsExtendedOnceByAtMostThirtyDaysWhoeverHoldsTheCase() {
    CaseStory story = anAppeal().registered().takenUp();
    assertThat(inWords(story.decisionOn(story.extend(0)))).isEqualTo("EXTENSION_OUT_OF_BOUNDS");
    assertThat(inWords(story.decisionOn(story.extend(31)))).isEqualTo("EXTENSION_OUT_OF_BOUNDS");

    CaseStory extended = story.extended().redirectedTo(HEALTH);

    assertThat(inWords(extended.decisionOn(extended.extend(1)))).isEqualTo("ALREADY_EXTENDED");
    assertThat(extended.inTheRegistry().file().dueAt()).isEqualTo("2027-01-19T09:30:00.123Z");
    assertThat(extended.inTheRegistry().file().dueAtExplanation().ru())
        .contains("30 дней со дня регистрации 20.11.2026 (59-ФЗ, статья 12, часть 1)")
        .contains("продлено на 30 (59-ФЗ, статья 12, часть 2)");
  }

  @Test
  void aTimerOfTheOldDeadlineIsVoidAfterAnExtension() {
    CaseStory story = anAppeal().registered();
    CaseCommand old = story.remind();

    story.extended();

    assertThat(inWords(story.decisionOn(old))).isEqualTo("nothing");
    assertThat(inWords(story.decisionOn(story.remind()))).isEqualTo("Reminded - +");
  }

  @Test
  void aCaseThatWouldReturnOrWasPassedOnTooOftenGoesToTheReceptionWhoseClerksAreFree() {
    CaseStory back = anAppeal().registered().redirectedTo(HEALTH).redirectedTo(EDUCATION);
    assertThat(back.inTheRegistry().file().committee()).isEqualTo(CommitteeId.RECEPTION);
    assertThat(back.journal().getLast())
        .isInstanceOfSatisfying(
            CaseEvent.Redirected.class, event -> assertThat(event.askedFor()).isEqualTo(EDUCATION));

    back.redirectedTo(EDUCATION).redirectedTo(HEALTH);
    assertThat(back.inTheRegistry().file().committee()).isEqualTo(HEALTH);

    CaseStory far =
        anAppeal()
            .registered()
            .redirectedTo(HEALTH)
            .redirectedTo(CULTURE)
            .redirectedTo(new CommitteeId("ecology"));
    assertThat(far.inTheRegistry().file().committee()).isEqualTo(CommitteeId.RECEPTION);
    assertThat(far.inTheRegistry().file().dueAt())
        .isEqualTo(anAppeal().registered().inTheRegistry().file().dueAt());
  }

  @Test
  void oneWhoPassedTheCaseOnCannotActOnItAnyMoreAndTheNewHolderTakesItUpAgain() {
    CaseStory story = anAppeal().registered().takenUp().redirectedTo(HEALTH);
    int version = story.inTheRegistry().file().version();

    assertThat(inWords(story.decisionOn(takeUp(story, EDUCATION, version))))
        .isEqualTo("NOT_THE_HOLDER");
    assertThat(inWords(story.decisionOn(takeUp(story, HEALTH, version)))).isEqualTo("TakenUp");
  }

  @Test
  void aReminderDoesNotSpoilAnActionOfOneWhoHasNotSeenIt() {
    CaseStory story = anAppeal().registered().takenUp();
    int seen = story.inTheRegistry().file().version();

    story.reminded();

    assertThat(inWords(story.decisionOn(takeUp(story, EDUCATION, seen))))
        .isEqualTo("ALREADY_TAKEN_UP");
    assertThat(inWords(story.decisionOn(redirect(story, EDUCATION, seen, HEALTH, true))))
        .isEqualTo("Redirected");
  }

  private static CaseCommand takeUp(CaseStory story, CommitteeId by, int version) {
    return new CaseCommand.TakeUp(by, version, "депутат", story.takeUp().at());
  }

  private static CaseCommand redirect(
      CaseStory story, CommitteeId by, int version, CommitteeId to, boolean toExists) {
    return new CaseCommand.Redirect(
        by, version, "депутат", to, toExists, "не наше", story.takeUp().at());
  }

  private static String name(Object of) {
    return of.getClass().getSimpleName();
  }
}
