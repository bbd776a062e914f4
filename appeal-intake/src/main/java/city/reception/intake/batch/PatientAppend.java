package city.reception.intake.batch;

import city.reception.events.IntakeEvent;
import city.reception.events.codec.Envelope;
import city.reception.intake.problem.ProblemException;
import city.reception.intake.problem.ProblemType;
import city.reception.intake.submission.Admission;
import city.reception.intake.submission.Append;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * Appends the lines of one batch: waits for room, and tries again what was not taken for lack of
 * it. Each try waits by itself for as long as an append may block. Brokers that stay away are not
 * waited for with every line anew: patience comes back with the first success.
 */
final class PatientAppend implements Append {

  private static final int PATIENCE = 50;

  private final Admission admission;
  private int patience = PATIENCE;

  PatientAppend(Admission admission) {
    this.admission = admission;
  }

  @Override
  public CompletableFuture<Instant> append(Envelope<IntakeEvent> event)
      throws InterruptedException {
    CompletableFuture<Instant> appended = admission.appendWhenThereIsRoom(event);
    while (wasNotAccepted(appended) && patience > 0) {
      patience--;
      appended = admission.appendWhenThereIsRoom(event);
    }
    if (!appended.isCompletedExceptionally()) {
      patience = PATIENCE;
    }
    return appended;
  }

  private static boolean wasNotAccepted(CompletableFuture<Instant> appended) {
    return appended.isCompletedExceptionally()
        && appended.exceptionNow() instanceof ProblemException refused
        && refused.problem().type() == ProblemType.NOT_ACCEPTED;
  }
}
