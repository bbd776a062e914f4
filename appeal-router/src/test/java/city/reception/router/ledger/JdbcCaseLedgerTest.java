package city.reception.router.ledger;

import static city.reception.router.ledger.LedgerDatabase.RECEIVED;
import static city.reception.router.ledger.LedgerDatabase.at;
import static city.reception.router.ledger.LedgerDatabase.registration;
import static city.reception.router.lifecycle.CaseStory.BEGINNING;
import static city.reception.router.lifecycle.CaseStory.HEALTH;
import static city.reception.router.lifecycle.CaseStory.MARKER;
import static city.reception.router.lifecycle.CaseStory.anAppeal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.events.AppealId;
import city.reception.events.CaseTimer;
import city.reception.events.RegistrationNumber;
import city.reception.router.lifecycle.CaseFile;
import city.reception.router.lifecycle.CaseProgress;
import city.reception.router.lifecycle.CaseState;
import city.reception.router.lifecycle.CaseStory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written comes back. */
class JdbcCaseLedgerTest {

  private static final AppealId APPEAL = AppealId.of("portal", "ledger-test-appeal-1");
  private static final AppealId OTHER = AppealId.of("portal", "ledger-test-appeal-2");

  private static final LedgerDatabase database = new LedgerDatabase();

  @BeforeEach
  void empty() {
    database.empty();
  }

  @Test
  void everyStateInWhichACaseRestsComesBackAsItWas() {
    List<CaseStory> stories =
        List.of(
            anAppeal().registered(),
            anAppeal().registered().takenUp(),
            anAppeal().registered().takenUp().redirectedTo(HEALTH),
            anAppeal().registered().reminded(),
            anAppeal().registered().takenUp().answered(),
            anAppeal().registered().withdrawn(),
            anAppeal().registeredAsARepeat().correspondenceEnded(),
            anAppeal().registered().informationRequested().asked(),
            anAppeal().registered().informationRequested().requestOverdue().refused(),
            anAppeal().registered().split().partEnded(1),
            anAppeal().registered().forwarded(),
            anAppeal().registered().answered().rated(),
            anAppeal().registered().answered().reopened().extended(),
            CaseStory.aPart());
    Map<AppealId, CaseState.Registered> cases = new LinkedHashMap<>();
    LedgerWrite write = new LedgerWrite(Map.of());
    for (CaseStory story : stories) {
      AppealId appeal = new AppealId(UUID.randomUUID());
      CaseState.Registered state = numbered(story.inTheRegistry(), cases.size());
      cases.put(appeal, state);
      write.insert(appeal, state);
    }

    database.committed(write, Map.of(RECEIVED, 6L));

    assertThat(loaded(cases.keySet())).isEqualTo(cases);
  }

  @Test
  void aCaseWrittenByAnEarlierVersionOfTheServiceIsRead() {
    CaseState.Registered state = anAppeal().registered().inTheRegistry();
    database.committed(registration(APPEAL, state, 0), Map.of(RECEIVED, 1L));
    database.jdbc.update(
        """
        update appeal_case
        set progress = '{"rules":"59-fz.2006","generation":2,"waitsFor":"ANSWER_DUE","passedOnBy":["health"]}'
        """);
    database.jdbc.update(
        """
        update appeal_content
        set content = (content::jsonb - 'identityAssurance' - 'initiativeDirection')::json
        """);

    CaseFile file = Objects.requireNonNull(loaded(Set.of(APPEAL)).get(APPEAL)).file();

    assertThat(file.progress())
        .isEqualTo(
            new CaseProgress(
                "59-fz.2006",
                2,
                CaseTimer.ANSWER_DUE,
                List.of(HEALTH),
                null,
                null,
                null,
                null,
                null,
                null));
    assertThat(file.content().identityAssurance()).isNull();
    assertThat(file.content().initiativeDirection()).isNull();
    assertThat(file.content().text()).isEqualTo(state.file().content().text());
  }

  @Test
  void aCaseThatIsWithNoCommitteeIsNotAtRestAndCannotBeWritten() {
    CaseFile file = anAppeal().registered().inTheRegistry().file();
    LedgerWrite write = registration(APPEAL, new CaseState.Unrouted(withoutCommittee(file)), 0);

    assertThatThrownBy(() -> database.committed(write, Map.of(RECEIVED, 1L)))
        .hasMessageContaining("a case at rest is with a committee");

    assertThat(database.count("input")).isZero();
  }

  @Test
  void aCaseGoesThroughItsWholeLifeInTheLedger() {
    List<CaseStory.Entry> life =
        anAppeal().registered().takenUp().redirectedTo(HEALTH).reminded().answered().told();
    CaseState.Registered before = life.get(1).after();
    database.committed(registration(APPEAL, before, 0), Map.of(RECEIVED, 1L));
    for (CaseStory.Entry entry : life.subList(2, life.size())) {
      LedgerWrite write = new LedgerWrite(Map.of());
      write.update(APPEAL, before, entry.after());
      database.committed(write, Map.of(RECEIVED, 1L));

      assertThat(loaded(Set.of(APPEAL, OTHER))).isEqualTo(Map.of(APPEAL, entry.after()));
      before = entry.after();
    }
  }

  @Test
  void theJournalKeepsEveryEntryInItsOrderWithItsCauseAndWithoutTheAppealsContent() {
    CaseStory story = anAppeal().registered().takenUp().redirectedTo(HEALTH).reminded().answered();
    LedgerWrite write = registration(APPEAL, story.inTheRegistry(), 7);
    story.journal().forEach(event -> write.event(APPEAL, event, Cause.resident(at(RECEIVED, 7))));

    database.committed(write, Map.of(RECEIVED, 8L));

    List<String> journal =
        database.jdbc.queryForList(
            """
            select concat_ws(' ', e.version, e.idx, e.type, s.topic, s.part, e.off)
            from case_event e join stream s on s.id = e.stream_id
            order by e.version, e.idx
            """,
            String.class);
    assertThat(journal)
        .containsExactly(
            "1 0 Registered appeals.received.v1 3 7",
            "1 1 Routed appeals.received.v1 3 7",
            "2 0 TakenUp appeals.received.v1 3 7",
            "3 0 Redirected appeals.received.v1 3 7",
            "3 1 Reminded appeals.received.v1 3 7",
            "4 0 Answered appeals.received.v1 3 7");
    assertThat(
            database.jdbc.queryForList(
                "select facts::text from case_event where type = 'Registered'", String.class))
        .singleElement()
        .asString()
        .contains(CaseStory.NUMBER.value())
        .contains("dueAt")
        .doesNotContain(MARKER);
  }

  @Test
  void anEmptyBatchWritesNothingAndAsksNothing() {
    try (var transaction = database.begin()) {
      CaseLedger ledger = transaction.ledger;
      assertThat(ledger.lock(List.of())).isEmpty();
      assertThat(ledger.recorded(List.of())).isEmpty();
      assertThat(ledger.known(List.of())).isEmpty();
      assertThat(ledger.load(List.of()).states()).isEmpty();
      assertThat(ledger.nextNumbers(2026, 0)).isEmpty();
      ledger.write(new LedgerWrite(Map.of()), Map.of());
      transaction.commit();
    }

    for (String table : List.of("input", "appeal_case", "case_event", "timer", "stream")) {
      assertThat(database.count(table)).as(table).isZero();
    }
  }

  @Test
  void numbersOfAYearBeginWithOneAndEachYearHasItsOwn() {
    try (var transaction = database.begin()) {
      assertThat(transaction.ledger.nextNumbers(2026, 3)).containsExactly(1L, 2L, 3L);
      assertThat(transaction.ledger.nextNumbers(2027, 2)).containsExactly(1L, 2L);
      assertThat(transaction.ledger.nextNumbers(2026, 1)).containsExactly(4L);
    }
  }

  @Test
  void aTimerIsSetReplacedByANewerGenerationAndCancelled() {
    LedgerWrite first = timer(1, Duration.ofDays(27));
    database.committed(first, Map.of(RECEIVED, 1L));
    database.jdbc.update("update timer set leased_until = now() + interval '1 hour'");
    assertThat(timers()).containsExactly("ANSWER_DUE_IN_3_DAYS 1 2026-12-17 leased");

    database.committed(timer(1, Duration.ofDays(1)), Map.of(RECEIVED, 1L));
    assertThat(timers()).containsExactly("ANSWER_DUE_IN_3_DAYS 1 2026-12-17 leased");

    database.committed(timer(2, Duration.ofDays(28)), Map.of(RECEIVED, 1L));
    assertThat(timers()).containsExactly("ANSWER_DUE_IN_3_DAYS 2 2026-12-18");

    LedgerWrite cancelled = new LedgerWrite(Map.of());
    cancelled.cancelTimer(APPEAL, CaseTimer.ANSWER_DUE_IN_3_DAYS);
    database.committed(cancelled, Map.of(RECEIVED, 1L));
    assertThat(timers()).isEmpty();
  }

  @Test
  void aTimerSetAndCancelledWithinOneBatchLeavesNothing() {
    LedgerWrite write = timer(1, Duration.ofDays(27));
    write.cancelTimer(APPEAL, CaseTimer.ANSWER_DUE_IN_3_DAYS);

    database.committed(write, Map.of(RECEIVED, 1L));

    assertThat(timers()).isEmpty();
  }

  private Map<AppealId, CaseState.Registered> loaded(Set<AppealId> appeals) {
    try (var transaction = database.begin()) {
      return transaction.ledger.load(appeals).states();
    }
  }

  private List<String> timers() {
    return database.jdbc.queryForList(
        """
        select concat_ws(' ', timer, generation, due_at::date,
          case when leased_until is not null then 'leased' end)
        from timer
        """,
        String.class);
  }

  private static LedgerWrite timer(int generation, Duration after) {
    LedgerWrite write = new LedgerWrite(Map.of());
    write.setTimer(APPEAL, CaseTimer.ANSWER_DUE_IN_3_DAYS, generation, BEGINNING.plus(after));
    return write;
  }

  private static CaseFile withoutCommittee(CaseFile file) {
    return new CaseFile(
        file.number(),
        file.version(),
        file.index(),
        null,
        file.registeredAt(),
        file.dueAt(),
        file.dueAtExplanation(),
        file.bodyDigest(),
        file.content(),
        file.progress());
  }

  /** The same case under a number of its own. */
  static CaseState.Registered numbered(CaseState.Registered state, long number) {
    CaseFile file = state.file();
    CaseFile renumbered =
        new CaseFile(
            RegistrationNumber.of("МГД", 2026, number),
            file.version(),
            file.index(),
            file.committee(),
            file.registeredAt(),
            file.dueAt(),
            file.dueAtExplanation(),
            file.bodyDigest(),
            file.content(),
            file.progress());
    return state.with(renumbered);
  }
}
