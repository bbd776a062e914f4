package city.reception.router.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.AppealId;
import city.reception.events.CaseTimer;
import city.reception.events.TimerDue;
import city.reception.router.ledger.LedgerDatabase;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Timers are claimed by one router at a time. */
class DueTimersTest {

  private static final LedgerDatabase database = new LedgerDatabase();
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DueTimers timers = new DueTimers(database.jdbc);

  @BeforeEach
  void empty() {
    database.empty();
  }

  @Test
  void aTimerWhoseTimeHasNotComeIsLeftAlone() {
    timer(1, "1 hour");

    assertThat(timers.claim(10, LONG)).isEmpty();
    assertThat(timers.oldestDelay()).isZero();
  }

  @Test
  void aDueTimerIsClaimedAsItWasSet() {
    timer(7, "-1 hour");

    assertThat(timers.claim(10, LONG))
        .singleElement()
        .satisfies(due -> {
          assertThat(due.appealId()).isEqualTo(appeal(7));
          assertThat(due.timer()).isEqualTo(CaseTimer.ANSWER_DUE_IN_3_DAYS);
          assertThat(due.generation()).isEqualTo(1);
          assertThat(due.dueAt())
              .isEqualTo(
                  database
                      .jdbc
                      .queryForList("select due_at from timer", Timestamp.class)
                      .getFirst()
                      .toInstant());
        });
    assertThat(timers.oldestDelay()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
  }

  @Test
  void theEarliestComeFirstSoThatNothingStarves() {
    IntStream.rangeClosed(1, 20).forEach(n -> timer(n, "-" + (n * 8 % 21) + " hours"));

    List<Integer> claimed = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      claimed.addAll(hoursLate(timers.claim(4, LONG)));
    }

    assertThat(claimed)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).map(n -> 21 - n).boxed().toList());
  }

  @Test
  void aClaimedTimerIsLeftAloneForTheLengthOfItsLease() {
    timer(1, "-1 hour");
    timer(2, "-2 hours");

    assertThat(timers.claim(1, LONG)).extracting(TimerDue::appealId).containsExactly(appeal(2));
    assertThat(timers.claim(10, LONG)).extracting(TimerDue::appealId).containsExactly(appeal(1));
    assertThat(timers.claim(10, LONG)).isEmpty();
  }

  @Test
  void aTimerWhoseClaimantDiedIsClaimedAgainUnderTheSameIdWhenTheLeaseIsOver() {
    timer(1, "-1 hour");
    TimerDue first = timers.claim(10, Duration.ofMillis(300)).getFirst();

    List<TimerDue> again =
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(50))
            .until(() -> timers.claim(10, LONG), claimed -> !claimed.isEmpty());

    assertThat(again).containsExactly(first);
    assertThat(again.getFirst().eventId()).isEqualTo(first.eventId());
  }

  @Test
  void whatAnotherRouterIsClaimingIsSkippedAndNotWaitedFor() {
    IntStream.rangeClosed(1, 4).forEach(n -> timer(n, "-" + n + " hours"));
    try (var transaction = database.begin()) {
      List<TimerDue> first = new DueTimers(transaction.jdbc).claim(2, LONG);

      List<TimerDue> second = timers.claim(10, LONG);
      transaction.commit();

      assertThat(first).hasSize(2);
      assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
      assertThat(timers.claim(10, LONG)).isEmpty();
    }
  }

  @Test
  void manyRoutersAtOnceNeverGetTheSameTimer() {
    database.jdbc.update(
        """
        insert into timer (appeal_id, timer, generation, due_at)
        select gen_random_uuid(), 'ANSWER_DUE_IN_3_DAYS', 1, now() - n * interval '1 second'
        from generate_series(1, 600) as n
        """);
    List<CompletableFuture<List<TimerDue>>> routers =
        IntStream.range(0, 4)
            .mapToObj(router -> CompletableFuture.supplyAsync(this::claimUntilNothingIsLeft))
            .toList();

    assertThat(routers.stream().flatMap(router -> router.join().stream()))
        .hasSize(600)
        .doesNotHaveDuplicates();
  }

  @Test
  void noMoreAreClaimedThanAskedForWhateverThePlannerThinksOfTheTable() {
    timer(0, "-1 hour");
    database.jdbc.execute("vacuum analyze timer");
    database.jdbc.update(
        """
        insert into timer (appeal_id, timer, generation, due_at)
        select gen_random_uuid(), 'ANSWER_DUE_IN_3_DAYS', 1, now() - n * interval '1 second'
        from generate_series(1, 300) as n
        """);

    assertThat(timers.claim(7, LONG)).hasSize(7);
    assertThat(
            database.jdbc.queryForObject(
                "select count(*) from timer where leased_until is not null", Integer.class))
        .isEqualTo(7);
  }

  private List<TimerDue> claimUntilNothingIsLeft() {
    List<TimerDue> all = new ArrayList<>();
    List<TimerDue> claimed;
    do {
      claimed = timers.claim(7, LONG);
      all.addAll(claimed);
    } while (!claimed.isEmpty());
    return all;
  }

  /** Of one claim: which ones it takes is promised, their order within it is not. */
  private static List<Integer> hoursLate(List<TimerDue> claimed) {
    return claimed.stream()
        .map(due -> (int) due.appealId().value().getLeastSignificantBits() * 8 % 21)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private static void timer(int appeal, String due) {
    database.jdbc.update(
        """
        insert into timer (appeal_id, timer, generation, due_at)
        values (?, 'ANSWER_DUE_IN_3_DAYS', 1, now() + ?::interval)
        """,
        appeal(appeal).value(),
        due);
  }

  private static AppealId appeal(int number) {
    return new AppealId(new UUID(0, number));
  }
}
