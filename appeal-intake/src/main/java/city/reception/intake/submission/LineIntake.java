package city.reception.intake.submission;

import city.reception.intake.channel.Channel;
import city.reception.intake.problem.FieldErrors;
import city.reception.intake.problem.ProblemException;
import city.reception.intake.problem.ProblemType;
import city.reception.intake.web.JsonFields;
import city.reception.intake.web.StrictJson;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes one line of a batch: the body of a single request with its key as one more field. */
@Component
public final class LineIntake {

  private static final String KEY = "idempotencyKey";
  private static final int LONGEST_KEY_SHOWN = 200;

  private final SubmissionReader reader;
  private final Intake intake;

  LineIntake(SubmissionReader reader, Intake intake) {
    this.reader = reader;
    this.intake = intake;
  }

  /**
   * A line on its way.
   *
   * @param key the line's key as far as it could be read
   * @param receipt ends with the receipt, or fails with a {@link ProblemException}
   */
  public record Taken(@Nullable String key, CompletableFuture<Receipt> receipt) {}

  /** Takes the line. Waits only for what {@code append} waits for. */
  public Taken take(Channel channel, byte[] line, Append append) throws InterruptedException {
    FieldErrors errors = new FieldErrors();
    Optional<ObjectNode> object = StrictJson.object(line, errors);
    if (object.isEmpty()) {
      return refused(null, errors);
    }
    JsonFields fields = new JsonFields(object.get(), errors);
    String shown = shownKey(object.get());
    String text = fields.line(KEY, LONGEST_KEY_SHOWN, true);
    Optional<IdempotencyKey> key =
        text == null ? Optional.empty() : IdempotencyKey.check(KEY, text, errors);
    Optional<Submission> submission = reader.read(fields, errors);
    if (key.isEmpty() || submission.isEmpty()) {
      return refused(shown, errors);
    }
    return new Taken(shown, intake.take(channel, key.get(), submission.get(), append));
  }

  private static @Nullable String shownKey(ObjectNode line) {
    JsonNode key = line.get(KEY);
    return key != null && key.isString() && key.stringValue().length() <= LONGEST_KEY_SHOWN
        ? key.stringValue()
        : null;
  }

  private static Taken refused(@Nullable String key, FieldErrors errors) {
    return new Taken(
        key,
        CompletableFuture.failedFuture(
            new ProblemException(errors.asProblem(ProblemType.INVALID_APPEAL))));
  }
}
