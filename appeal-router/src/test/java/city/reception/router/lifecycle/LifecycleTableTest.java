package city.reception.router.lifecycle;

import static city.reception.router.lifecycle.CaseStory.CULTURE;
import static city.reception.router.lifecycle.CaseStory.DIGEST;
import static city.reception.router.lifecycle.CaseStory.EDUCATION;
import static city.reception.router.lifecycle.CaseStory.HEALTH;
import static city.reception.router.lifecycle.CaseStory.anAppeal;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.CommitteeId;
import city.reception.router.lifecycle.Decision.TimerChange;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows from every command in every state, and where every event leads. */
class LifecycleTableTest {

  /**
   * The events that follow when the holder, who saw the latest version, asks; a refusal in
   * capitals; {@code +} and {@code -}: the timer is set, or is over.
   */
  static final String OUTCOMES =
      """
      state        | Register            | Withdraw          | TakeUp            | Redirect          | Extend            | Answer            | RaiseTimer
      Unregistered | Registered Routed + | UNKNOWN_APPEAL    | UNKNOWN_APPEAL    | UNKNOWN_APPEAL    | UNKNOWN_APPEAL    | UNKNOWN_APPEAL    | -
      Unrouted     | nothing             | Withdrawn -       | NOT_THE_HOLDER    | NOT_THE_HOLDER    | NOT_THE_HOLDER    | NOT_THE_HOLDER    | Reminded - +
      Routed       | nothing             | Withdrawn -       | TakenUp           | Redirected        | Extended - +      | Answered -        | Reminded - +
      TakenUp      | nothing             | Withdrawn -       | ALREADY_TAKEN_UP  | Redirected        | Extended - +      | Answered -        | Reminded - +
      Answered     | nothing             | ALREADY_ANSWERED  | ALREADY_ANSWERED  | ALREADY_ANSWERED  | ALREADY_ANSWERED  | ALREADY_ANSWERED  | -
      Withdrawn    | nothing             | ALREADY_WITHDRAWN | ALREADY_WITHDRAWN | ALREADY_WITHDRAWN | ALREADY_WITHDRAWN | ALREADY_WITHDRAWN | -
      """;

  /** The state after each event, in the states in which it can happen. */
  static final String TRANSITIONS =
      """
      state        | Registered | Routed | TakenUp | Redirected | Extended | Answered | Withdrawn | Reminded
      Unregistered | Unrouted   |        |         |            |          |          |           |
      Unrouted     |            | Routed |         |            |          |          | Withdrawn | Unrouted
      Routed       |            |        | TakenUp | Routed     | Routed   | Answered | Withdrawn | Routed
      TakenUp      |            |        |         | Routed     | TakenUp  | Answered | Withdrawn | TakenUp
      Answered     |            |        |         |            |          |          |           |
      Withdrawn    |            |        |         |            |          |          |           |
      """;

  static final Map<String, Supplier<CaseStory>> STATES =
      Map.of(
          "Unregistered", CaseStory::anAppeal,
          "Unrouted", () -> anAppeal().registeredAndNotYetRouted(),
          "Routed", () -> anAppeal().registered(),
          "TakenUp", () -> anAppeal().registered().takenUp(),
          "Answered", () -> anAppeal().registered().takenUp().answered(),
          "Withdrawn", () -> anAppeal().registered().withdrawn());

  private static final Map<String, Function<CaseStory, CaseCommand>> COMMANDS =
      Map.of(
          "Register", story -> story.register(DIGEST),
          "Withdraw", CaseStory::withdraw,
          "TakeUp", CaseStory::takeUp,
          "Redirect", story -> story.redirectTo(HEALTH),
          "Extend", story -> story.extend(30),
          "Answer", CaseStory::answer,
          "RaiseTimer", CaseStory::remind);

  record Cell(String row, String column, String content) {
    @Override
    public String toString() {
      return row + " and " + column + ": " + (content.isEmpty() ? "cannot be" : content);
    }
  }

  static Stream<Cell> outcomes() {
    return cells(OUTCOMES);
  }

  static Stream<Cell> transitions() {
    return cells(TRANSITIONS).filter(cell -> !cell.content().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void everyCommandInEveryStateHasTheOutcomeOfTheTable(Cell cell) {
    CaseStory story = given(cell.row());

    Decision decision = story.decisionOn(command(cell.column()).apply(story));

    assertThat(inWords(decision)).isEqualTo(cell.content());
  }

  @ParameterizedTest
  @MethodSource("transitions")
  void everyEventLeadsToTheStateOfTheTable(Cell cell) {
    CaseStory story = given(cell.row());
    List<CaseEvent> events =
        COMMANDS.values().stream()
            .map(command -> story.decisionOn(command.apply(story)))
            .flatMap(LifecycleTableTest::eventsOf)
            .toList();
    CaseEvent event =
        Stream.concat(events.stream(), routedAlone(cell))
            .filter(candidate -> candidate.getClass().getSimpleName().equals(cell.column()))
            .findFirst()
            .orElseThrow();

    CaseState after = new CaseLifecycle(TestRules.DEADLINES).evolve(story.state(), event);

    assertThat(after.getClass().getSimpleName()).isEqualTo(cell.content());
  }

  @Test
  void theTablesNameEveryStateEveryCommandAndEveryEvent() {
    assertThat(rows(OUTCOMES)).containsExactlyElementsOf(SealedFamily.namesOf(CaseState.class));
    assertThat(rows(TRANSITIONS)).containsExactlyElementsOf(SealedFamily.namesOf(CaseState.class));
    assertThat(columns(OUTCOMES))
        .containsExactlyInAnyOrderElementsOf(SealedFamily.namesOf(CaseCommand.class));
    assertThat(columns(TRANSITIONS))
        .containsExactlyInAnyOrderElementsOf(SealedFamily.namesOf(CaseEvent.class));
    assertThat(outcomes()).allMatch(cell -> !cell.content().isEmpty());
  }

  @Test
  void theTransitionsAreThoseThatTheOutcomesAllow() {
    Map<String, List<String>> possible = new LinkedHashMap<>();
    STATES.forEach((name, story) ->
        possible.put(
            name,
            COMMANDS.values().stream()
                .map(command -> story.get().decisionOn(command.apply(story.get())))
                .flatMap(decision -> eventsOf(decision).limit(1))
                .map(event -> event.getClass().getSimpleName())
                .sorted()
                .toList()));
    // The second event of a registration; nothing else happens to a case that is not yet routed.
    possible.put("Unrouted", List.of("Reminded", "Routed", "Withdrawn"));

    Map<String, List<String>> tabled =
        rows(TRANSITIONS).stream()
            .collect(
                Collectors.toMap(
                    state -> state,
                    state ->
                        transitions()
                            .filter(cell -> cell.row().equals(state))
                            .map(Cell::column)
                            .sorted()
                            .toList()));

    assertThat(tabled).isEqualTo(possible);
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

  private static CaseStory given(String state) {
    return Objects.requireNonNull(STATES.get(state), state).get();
  }

  private static Function<CaseStory, CaseCommand> command(String name) {
    return Objects.requireNonNull(COMMANDS.get(name), name);
  }

  /** The event that makes an unrouted case a routed one comes with the registration. */
  private static Stream<CaseEvent> routedAlone(Cell cell) {
    return cell.row().equals("Unrouted")
        ? anAppeal().registered().journal().stream().skip(1)
        : Stream.of();
  }

  private static String inWords(Decision decision) {
    return switch (decision) {
      case Decision.Refused refused -> refused.reason().name();
      case Decision.Accepted accepted -> {
        String words =
            Stream.concat(
                    accepted.events().stream().map(event -> event.getClass().getSimpleName()),
                    accepted.timers().stream().map(LifecycleTableTest::inWords))
                .collect(Collectors.joining(" "));
        yield words.isEmpty() ? "nothing" : words;
      }
    };
  }

  private static String inWords(TimerChange change) {
    return switch (change) {
      case TimerChange.Set set -> "+";
      case TimerChange.Cancel cancel -> "-";
    };
  }

  private static Stream<CaseEvent> eventsOf(Decision decision) {
    return switch (decision) {
      case Decision.Accepted accepted -> accepted.events().stream();
      case Decision.Refused refused -> Stream.of();
    };
  }

  private static List<String> rows(String table) {
    return table.lines().skip(1).map(line -> split(line).getFirst()).toList();
  }

  private static List<String> columns(String table) {
    return split(table.lines().findFirst().orElseThrow()).stream().skip(1).toList();
  }

  static Stream<Cell> cells(String table) {
    List<String> columns = columns(table);
    return table
        .lines()
        .skip(1)
        .map(LifecycleTableTest::split)
        .flatMap(line ->
            IntStream.range(0, columns.size())
                .mapToObj(at -> new Cell(line.getFirst(), columns.get(at), line.get(at + 1))));
  }

  private static List<String> split(String line) {
    return Arrays.stream((line + " ").split("\\|", -1)).map(String::strip).toList();
  }
}
