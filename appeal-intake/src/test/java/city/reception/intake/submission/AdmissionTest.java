package city.reception.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.reception.events.AppealId;
import city.reception.events.EventId;
import city.reception.events.IntakeEvent;
import city.reception.events.WithdrawalRequested;
import city.reception.events.codec.Envelope;
import city.reception.intake.problem.ProblemException;
import city.reception.intake.problem.ProblemType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  /** A log that acknowledges when the test says so. */
  private static final class SlowLog implements AppealLog {
    private final Queue<CompletableFuture<Instant>> waiting = new ConcurrentLinkedQueue<>();

    @Override
    public CompletableFuture<Instant> append(Envelope<IntakeEvent> event) {
      CompletableFuture<Instant> acknowledged = new CompletableFuture<>();
      waiting.add(acknowledged);
      return acknowledged;
    }
  }

  private final SlowLog log = new SlowLog();
  private final Admission admission =
      new Admission(
          log,
          new SubmissionProperties(4, 10, Duration.ofHours(1), Duration.ZERO, ZoneOffset.UTC),
          new SimpleMeterRegistry());

  @Test
  void beyondTheLimitNothingIsAcceptedUntilSomethingIsAcknowledged() {
    for (int i = 0; i < 4; i++) {
      assertThat(admission.append(event())).isNotDone();
    }
    assertProblem(admission.append(event()), ProblemType.NOT_ACCEPTED);
    assertThat(log.waiting).hasSize(4);

    log.waiting.remove().complete(Instant.EPOCH);
    assertThat(admission.append(event())).isNotDone();
  }

  @Test
  void aBatchWaitsForRoomAndLeavesSingleRequestsTheirs() throws Exception {
    for (int i = 0; i < 4; i++) {
      CompletableFuture<Instant> _ = admission.appendWhenThereIsRoom(event());
    }
    CompletableFuture<Void> fifth = new CompletableFuture<>();
    Thread batch =
        Thread.ofVirtual()
            .start(() -> {
              try {
                CompletableFuture<Instant> _ = admission.appendWhenThereIsRoom(event());
                fifth.complete(null);
              } catch (InterruptedException e) {
                fifth.completeExceptionally(e);
              }
            });
    await().until(() -> batch.getState() == Thread.State.WAITING);
    assertThat(admission.append(event())).isNotDone();
    assertThat(fifth).isNotDone();

    log.waiting.remove().complete(Instant.EPOCH);
    fifth.get(10, TimeUnit.SECONDS);
    assertThat(log.waiting).hasSize(5);
  }

  @Test
  void whatWasCertainlyNotAppendedIsToldFromWhatIsUnknown() {
    CompletableFuture<Instant> certain = admission.append(event());
    log.waiting
        .remove()
        .completeExceptionally(new AppealLog.NotAppendedException(new RuntimeException()));
    assertProblem(certain, ProblemType.NOT_ACCEPTED);

    CompletableFuture<Instant> unknown = admission.append(event());
    log.waiting.remove().completeExceptionally(new RuntimeException("timed out"));
    assertProblem(unknown, ProblemType.OUTCOME_UNKNOWN);
  }

  private static void assertProblem(CompletableFuture<Instant> appended, ProblemType type) {
    assertThatThrownBy(() -> appended.get(1, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().type()).isEqualTo(type);
              assertThat(e.problem().headers()).containsKey("Retry-After");
            });
  }

  private static Envelope<IntakeEvent> event() {
    AppealId appeal = new AppealId(UUID.randomUUID());
    return new Envelope<>(
        new EventId(appeal.toString()),
        AppealLog.SOURCE,
        Instant.EPOCH,
        new WithdrawalRequested(appeal, null, Instant.EPOCH),
        null);
  }
}
