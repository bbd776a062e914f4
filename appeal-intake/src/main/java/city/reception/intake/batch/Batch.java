package city.reception.intake.batch;

import city.reception.intake.channel.Channel;
import city.reception.intake.problem.ProblemException;
import city.reception.intake.problem.ProblemWriter;
import city.reception.intake.problem.Problems;
import city.reception.intake.submission.Append;
import city.reception.intake.submission.LineIntake;
import city.reception.intake.submission.Receipt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One batch on its way: the request's thread reads and takes the lines, another writes the results,
 * so that a client may have the first before it sends the last. At most a window of lines waits for
 * its acknowledgement; results leave in the order of the lines. A line that cannot be taken is a
 * result like any other.
 */
final class Batch {

  private final LineIntake intake;
  private final Append append;
  private final ProblemWriter problems;
  private final JsonMapper json;
  private final Channel channel;
  private final Locale language;
  private final BlockingQueue<Waiting> waiting;
  private volatile @Nullable Exception failure;

  Batch(
      LineIntake intake,
      Append append,
      ProblemWriter problems,
      JsonMapper json,
      Channel channel,
      Locale language,
      int window) {
    this.intake = intake;
    this.append = append;
    this.problems = problems;
    this.json = json;
    this.channel = channel;
    this.language = language;
    this.waiting = new ArrayBlockingQueue<>(window);
  }

  /**
   * A line that was taken.
   *
   * @param taken null behind the last line
   */
  private record Waiting(long line, LineIntake.@Nullable Taken taken) {}

  /**
   * Takes every line and writes every result; ends when the client's stream does.
   *
   * @throws IOException when the client is gone; what was taken until then is taken
   */
  void run(Lines lines, ResultSpool results) throws IOException, InterruptedException {
    Thread writer = Thread.ofVirtual().name("batch-results").start(() -> writeAll(results));
    try {
      for (Lines.Line line = lines.next(); line != null && failure == null; line = lines.next()) {
        hand(new Waiting(line.number(), take(line)));
      }
    } finally {
      hand(new Waiting(0, null));
      writer.join();
    }
    switch (failure) {
      case null -> results.finish();
      case IOException gone -> throw gone;
      case Exception other -> throw new IllegalStateException("results cannot be written", other);
    }
  }

  /** Waits while the window is full, unless nobody empties it any more. */
  private void hand(Waiting line) throws InterruptedException {
    boolean handed = false;
    while (!handed && failure == null) {
      handed = waiting.offer(line, 1, TimeUnit.SECONDS);
    }
  }

  private LineIntake.Taken take(Lines.Line line) throws InterruptedException {
    byte[] content = line.content();
    if (content == null) {
      return new LineIntake.Taken(
          null, CompletableFuture.failedFuture(new ProblemException(Problems.tooLarge())));
    }
    return intake.take(channel, content, append);
  }

  private void writeAll(ResultSpool results) {
    try {
      for (Waiting first = waiting.take(); first.taken() != null; first = waiting.take()) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        json.writeValue(line, result(first.line(), first.taken()));
        line.write('\n');
        results.write(line.toByteArray());
        if (waiting.isEmpty()) {
          results.flush();
        }
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      failure = e;
    }
  }

  private BatchResult result(long line, LineIntake.Taken taken) throws InterruptedException {
    try {
      Receipt receipt = taken.receipt().get();
      return new BatchResult.Accepted(
          line, taken.key(), receipt.appealId(), receipt.trackingCode());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof ProblemException refused)) {
        throw new IllegalStateException("a line failed for no known reason", e.getCause());
      }
      problems.count(refused.problem());
      return new BatchResult.Refused(line, taken.key(), refused.problem().in(language));
    }
  }
}
