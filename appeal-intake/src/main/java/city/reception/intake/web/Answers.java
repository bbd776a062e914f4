package city.reception.intake.web;

import city.reception.intake.problem.ProblemException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for what an answer depends on. */
public final class Answers {

  private Answers() {}

  /**
   * The result, which comes within a bounded time.
   *
   * @throws ProblemException when that is what it failed with
   */
  public static <T> T await(CompletableFuture<T> result) throws InterruptedException {
    try {
      return result.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProblemException refused) {
        throw refused;
      }
      throw new IllegalStateException("an answer failed for no known reason", e.getCause());
    }
  }
}
