package city.reception.intake.submission;

import city.reception.events.AppealId;
import city.reception.intake.channel.Channel;
import city.reception.intake.problem.Problem;
import city.reception.intake.problem.ProblemException;
import city.reception.intake.problem.ProblemType;
import city.reception.intake.trackingcode.BodyDigest;
import city.reception.intake.trackingcode.TrackingCodes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes one appeal: the same for a single request and for a line of a batch. */
@Component
final class Intake {

  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  private final BodyDigester digester;
  private final TrackingCodes codes;
  private final EventMaker events;
  private final RecentSubmissions recent;
  private final MeterRegistry meters;
  private final Map<Channel, Counter> accepted = new ConcurrentHashMap<>();

  Intake(
      BodyDigester digester,
      TrackingCodes codes,
      EventMaker events,
      RecentSubmissions recent,
      MeterRegistry meters) {
    this.digester = digester;
    this.codes = codes;
    this.events = events;
    this.recent = recent;
    this.meters = meters;
  }

  /**
   * Takes a valid submission. The future ends with the receipt once the appeal is durable, or fails
   * with a {@link ProblemException}.
   */
  CompletableFuture<Receipt> take(
      Channel channel, IdempotencyKey key, Submission submission, Append log)
      throws InterruptedException {
    AppealId appeal = AppealId.of(channel.name(), key.value());
    BodyDigest digest = digester.digest(submission);
    if (!recent.reserve(appeal, digest)) {
      return CompletableFuture.failedFuture(new ProblemException(keyReused()));
    }
    String code = codes.issue(appeal, digest);
    CompletableFuture<Instant> appended;
    try {
      appended = log.append(events.received(appeal, channel, submission, digest, code));
    } catch (InterruptedException | RuntimeException e) {
      recent.released(appeal, digest);
      throw e;
    }
    return appended.handle((at, failure) -> {
      if (failure != null) {
        throw failed(appeal, digest, failure);
      }
      return accepted(channel, appeal, digest, code, at);
    });
  }

  private Receipt accepted(
      Channel channel, AppealId appeal, BodyDigest digest, String code, Instant at) {
    recent.acknowledged(appeal, digest, at);
    accepted.computeIfAbsent(channel, this::counter).increment();
    log.atDebug().addKeyValue("appealId", appeal).log("accepted");
    // A repeat gets the time of the first, as far as that is still known here.
    return new Receipt(appeal, code, Objects.requireNonNullElse(recent.receivedAt(appeal), at));
  }

  private Counter counter(Channel channel) {
    return meters.counter("reception.intake.accepted", "channel", channel.name());
  }

  private CompletionException failed(AppealId appeal, BodyDigest digest, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (isNotAccepted(cause)) {
      recent.released(appeal, digest);
    } else {
      recent.unknown(appeal, digest);
    }
    return new CompletionException(cause);
  }

  private static boolean isNotAccepted(@Nullable Throwable cause) {
    return cause instanceof ProblemException refused
        && refused.problem().type() == ProblemType.NOT_ACCEPTED;
  }

  private static Problem keyReused() {
    return Problem.of(
        ProblemType.KEY_REUSED,
        "This Idempotency-Key already stands for an appeal with another body. A new appeal needs a"
            + " new key.",
        "Этот Idempotency-Key уже использован для обращения с другим содержанием. Новому"
            + " обращению нужен новый ключ.");
  }
}
