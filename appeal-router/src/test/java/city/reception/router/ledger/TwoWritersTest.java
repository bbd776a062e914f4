package city.reception.router.ledger;

import static city.reception.router.ledger.LedgerDatabase.RECEIVED;
import static city.reception.router.ledger.LedgerDatabase.SIGNALS;
import static city.reception.router.ledger.LedgerDatabase.applied;
import static city.reception.router.ledger.LedgerDatabase.at;
import static city.reception.router.ledger.LedgerDatabase.registration;
import static city.reception.router.lifecycle.CaseStory.HEALTH;
import static city.reception.router.lifecycle.CaseStory.anAppeal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.reception.events.AppealId;
import city.reception.events.CaseTimer;
import city.reception.router.ledger.CaseLedger.ConcurrentWriteException;
import city.reception.router.ledger.LedgerDatabase.Transaction;
import city.reception.router.lifecycle.CaseState;
import city.reception.router.lifecycle.CaseStory;
import city.reception.starter.deadletter.Failures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two routers on one ledger: one of them is always told. */
class TwoWritersTest {

  private static final AppealId APPEAL = AppealId.of("portal", "two-writers-appeal-1");
  private static final AppealId FRESH = AppealId.of("portal", "two-writers-appeal-2");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LedgerDatabase database = new LedgerDatabase();

  private final CaseStory story = anAppeal().registered();
  private final CaseState.Registered asRouted = story.inTheRegistry();
  private final CaseState.Registered asTakenUp = story.takenUp().inTheRegistry();
  private final CaseState.Registered asRedirected = story.redirectedTo(HEALTH).inTheRegistry();

  @BeforeEach
  void registered() {
    database.empty();
    database.committed(registration(APPEAL, asRouted, 0), Map.of(RECEIVED, 1L));
  }

  @Test
  void aWriterWhoReadAnOlderVersionWritesNothingOfItsWholeBatch() {
    database.committed(update(asRouted, asTakenUp), Map.of(RECEIVED, 1L));
    LedgerWrite stale = batchWith(FRESH);
    stale.update(APPEAL, asRouted, asRedirected);

    refused(stale, Map.of(RECEIVED, 3L));

    assertNothingWasWrittenAfter(asTakenUp, 1L);
  }

  @Test
  void aReminderWithinTheSameVersionIsAChangeToo() {
    CaseStory reminded = anAppeal().registered().reminded();
    database.committed(update(asRouted, reminded.inTheRegistry()), Map.of(RECEIVED, 1L));

    refused(update(asRouted, asTakenUp), Map.of(RECEIVED, 2L));

    assertNothingWasWrittenAfter(reminded.inTheRegistry(), 1L);
  }

  @Test
  void aWriterWhoRegistersWhatIsRegisteredWritesNothingOfItsWholeBatch() {
    LedgerWrite again = batchWith(FRESH);
    again.insert(APPEAL, JdbcCaseLedgerTest.numbered(asRouted, 900));

    refused(again, Map.of(RECEIVED, 3L));

    assertNothingWasWrittenAfter(asRouted, 1L);
  }

  @Test
  void anInputAtAPositionThatIsRecordedWritesNothingOfItsWholeBatch() {
    LedgerWrite again = batchWith(FRESH);
    again.input(applied(RECEIVED, 0, UUID.randomUUID(), APPEAL));

    refused(again, Map.of(RECEIVED, 3L));

    assertNothingWasWrittenAfter(asRouted, 1L);
  }

  @Test
  void anEventThatHadItsEffectAtAnotherPositionWritesNothingOfItsWholeBatch() {
    UUID eventKey =
        database.jdbc.queryForObject("select event_key from input where off = 0", UUID.class);
    LedgerWrite again = batchWith(FRESH);
    again.input(applied(RECEIVED, 9, eventKey, APPEAL));

    refused(again, Map.of(RECEIVED, 10L));

    assertNothingWasWrittenAfter(asRouted, 1L);
  }

  @Test
  void theConflictIsOneToTryAgain() {
    assertThat(Failures.isTransient(new ConcurrentWriteException("a case was changed meanwhile")))
        .isTrue();
  }

  @Test
  void ofTwoWhoWriteTheSameCaseAtTheSameTimeTheSecondWaitsForTheFirstAndIsRefused() {
    try (Transaction first = database.begin();
        Transaction second = database.begin()) {
      first.ledger.lock(List.of(RECEIVED));
      second.ledger.lock(List.of(SIGNALS));
      first.ledger.write(update(asRouted, asTakenUp), Map.of(RECEIVED, 2L));
      CompletableFuture<Void> late =
          CompletableFuture.runAsync(
              () -> second.ledger.write(update(asRouted, asRedirected), Map.of(SIGNALS, 1L)));
      awaitWaiting();
      first.commit();

      assertThatThrownBy(late::join).hasCauseInstanceOf(ConcurrentWriteException.class);
    }
    assertThat(loaded()).isEqualTo(asTakenUp);
  }

  @Test
  void whoeverLoadsACaseHoldsItUntilTheEndOfTheTransaction() {
    try (Transaction first = database.begin();
        Transaction second = database.begin()) {
      first.ledger.load(List.of(APPEAL));
      CompletableFuture<Map<AppealId, CaseState.Registered>> late =
          CompletableFuture.supplyAsync(() -> second.ledger.load(List.of(APPEAL)).states());
      awaitWaiting();
      first.ledger.lock(List.of(RECEIVED));
      first.ledger.write(update(asRouted, asTakenUp), Map.of(RECEIVED, 2L));
      first.commit();

      assertThat(late.join()).isEqualTo(Map.of(APPEAL, asTakenUp));
    }
  }

  @Test
  void numbersOfTwoTransactionsNeverCollideAndAreNotGivenAgainAfterARollback() {
    List<Long> numbers = new ArrayList<>();
    try (Transaction first = database.begin();
        Transaction second = database.begin()) {
      for (int round = 0; round < 20; round++) {
        numbers.addAll(first.ledger.nextNumbers(2026, 7));
        numbers.addAll(second.ledger.nextNumbers(2026, 5));
      }
      second.commit();
    }
    try (Transaction third = database.begin()) {
      numbers.addAll(third.ledger.nextNumbers(2026, 500));
    }

    assertThat(numbers).hasSize(740).doesNotHaveDuplicates();
  }

  @Test
  void aSuccessorWaitsForThePartitionUntilItsPredecessorHasEnded() {
    try (Transaction predecessor = database.begin();
        Transaction successor = database.begin()) {
      predecessor.ledger.lock(List.of(RECEIVED, SIGNALS));
      CompletableFuture<Map<CaseLedger.Partition, Long>> late =
          CompletableFuture.supplyAsync(() -> successor.ledger.lock(List.of(SIGNALS, RECEIVED)));
      awaitWaiting();
      predecessor.ledger.write(new LedgerWrite(Map.of()), Map.of(RECEIVED, 42L));
      predecessor.commit();

      assertThat(late.join()).isEqualTo(Map.of(RECEIVED, 42L, SIGNALS, 0L));
    }
  }

  @Test
  void aSuccessorGetsThePartitionOfAZombieWhoseTransactionTheDatabaseEnds() {
    try (Transaction zombie = database.begin();
        Transaction successor = database.begin()) {
      zombie.ledger.lock(List.of(RECEIVED));
      zombie.ledger.write(update(asRouted, asTakenUp), Map.of(RECEIVED, 7L));
      zombie.jdbc.execute("set idle_in_transaction_session_timeout = '500ms'");

      assertThat(successor.ledger.lock(List.of(RECEIVED))).isEqualTo(Map.of(RECEIVED, 1L));
      assertThat(successor.ledger.load(List.of(APPEAL)).states())
          .isEqualTo(Map.of(APPEAL, asRouted));

      assertThatThrownBy(() -> zombie.ledger.write(batchWith(FRESH), Map.of(RECEIVED, 8L)))
          .satisfies(failure -> assertThat(Failures.isTransient(failure)).isTrue());
    }
    assertNothingWasWrittenAfter(asRouted, 1L);
  }

  @Test
  void twoWhoReadNewPartitionsAtTheSameTimeAgreeOnThem() {
    CaseLedger.Partition fresh = new CaseLedger.Partition("appeals.received.v1", 11);
    try (Transaction first = database.begin();
        Transaction second = database.begin()) {
      first.ledger.lock(List.of(fresh));
      CompletableFuture<Map<CaseLedger.Partition, Long>> late =
          CompletableFuture.supplyAsync(() -> second.ledger.lock(List.of(fresh)));
      awaitWaiting();
      first.ledger.write(new LedgerWrite(Map.of()), Map.of(fresh, 3L));
      first.commit();

      assertThat(late.join()).isEqualTo(Map.of(fresh, 3L));
    }
  }

  /**
   * One input, one event, one case and one timer, that are to be written together or not at all.
   */
  private static LedgerWrite batchWith(AppealId appeal) {
    CaseStory other = anAppeal().registered();
    LedgerWrite write =
        registration(appeal, JdbcCaseLedgerTest.numbered(other.inTheRegistry(), 901), 2);
    write.event(appeal, other.journal().getFirst(), Cause.resident(at(RECEIVED, 2)));
    write.setTimer(appeal, CaseTimer.ANSWER_DUE_IN_3_DAYS, 1, CaseStory.BEGINNING);
    return write;
  }

  private static LedgerWrite update(CaseState.Registered before, CaseState.Registered after) {
    LedgerWrite write = new LedgerWrite(Map.of());
    write.update(APPEAL, before, after);
    return write;
  }

  /** As the service does it: the exception rolls the transaction back. */
  private static void refused(LedgerWrite batch, Map<CaseLedger.Partition, Long> nextOffsets) {
    JdbcCaseLedger ledger = new JdbcCaseLedger(database.jdbc);
    assertThatThrownBy(() ->
            database
                .transactions()
                .executeWithoutResult(status -> {
                  ledger.lock(nextOffsets.keySet());
                  ledger.write(batch, nextOffsets);
                }))
        .isInstanceOf(ConcurrentWriteException.class);
  }

  private static void assertNothingWasWrittenAfter(CaseState.Registered state, long nextOffset) {
    assertThat(loaded()).isEqualTo(state);
    assertThat(database.count("appeal_case")).isEqualTo(1);
    assertThat(database.count("appeal_content")).isEqualTo(1);
    assertThat(database.count("input")).isEqualTo(1);
    assertThat(database.count("case_event")).isZero();
    assertThat(database.count("timer")).isZero();
    assertThat(new JdbcCaseLedger(database.jdbc).positions()).containsEntry(RECEIVED, nextOffset);
  }

  private static CaseState.Registered loaded() {
    try (Transaction transaction = database.begin()) {
      return transaction.ledger.load(List.of(APPEAL)).states().values().iterator().next();
    }
  }

  private static void awaitWaiting() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() ->
            database.count(
                    "pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock'")
                > 0);
  }
}
