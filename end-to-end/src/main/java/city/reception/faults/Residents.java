package city.reception.faults;

import city.reception.events.AppealId;
import city.reception.faults.Http.Answer;
import city.reception.faults.Submission.Course;
import city.reception.faults.Submission.Heard;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Residents and their channels: they post one by one and in batches, repeat what was not accepted
 * under the same key or give up, and some change their mind.
 */
final class Residents {

  private static final long NEVER = Long.MAX_VALUE;
  private static final Duration PAUSE = Duration.ofMillis(700);

  /** What was on its way to both when the second broker died. */
  private static final Duration LAST_ACKNOWLEDGEMENTS = Duration.ofSeconds(1);

  private static final Duration BATCH_EVERY = Duration.ofSeconds(4);

  private final Reception reception;
  private final ClientRecord record;
  private final Scale scale;
  private final long seed;
  private final Consumer<Submission> whenAccepted;
  private final Crowd crowd = new Crowd();
  private final AtomicInteger number = new AtomicInteger();
  private final List<String> intakes;
  private volatile long lostSince = NEVER;

  Residents(
      Reception reception,
      ClientRecord record,
      Scale scale,
      long seed,
      Consumer<Submission> whenAccepted) {
    this.reception = reception;
    this.record = record;
    this.scale = scale;
    this.seed = seed;
    this.whenAccepted = whenAccepted;
    this.intakes = reception.services("intake");
  }

  /** Writes at an even pace for that long. */
  void write(Duration time) {
    long start = System.nanoTime();
    long between = Math.round(1e9 / scale.appealsPerSecond());
    int batches = 0;
    for (int i = 0; i * between < time.toNanos(); i++) {
      Await.pause(Duration.ofNanos(start + i * between - System.nanoTime()));
      Submission submission = next(false);
      crowd.go(() -> post(submission));
      if (i * between >= batches * BATCH_EVERY.toNanos()) {
        batches++;
        List<Submission> lines =
            IntStream.range(0, scale.batch()).mapToObj(line -> next(false)).toList();
        crowd.go(() -> postBatch(lines));
      }
    }
  }

  /** Many long letters at once. */
  void burst(int letters) {
    for (int i = 0; i < letters; i++) {
      Submission submission = next(true);
      crowd.go(() -> post(submission));
    }
  }

  /** From now on nothing that is posted for the first time can be acknowledged. */
  void majorityLost() {
    lostSince = System.nanoTime() + LAST_ACKNOWLEDGEMENTS.toNanos();
  }

  void majorityComesBack() {
    lostSince = NEVER;
  }

  /** Waits until nobody tries any more. */
  void finish(Duration bound) {
    crowd.finish("every resident who insists was accepted", bound, record::insisting);
  }

  private boolean isMajorityLost() {
    long since = lostSince;
    return since != NEVER && System.nanoTime() - since > 0;
  }

  private Submission next(boolean large) {
    return record.begin(new Submission(seed, number.incrementAndGet(), large));
  }

  private void post(Submission submission) {
    while (crowd.isWelcome()) {
      Heard heard = attempt(submission);
      if (heard == Heard.ACCEPTED) {
        goOn(submission);
        return;
      }
      submission.hears(heard);
      if (!submission.isPatient()) {
        return;
      }
      Await.pause(PAUSE);
    }
  }

  private Heard attempt(Submission submission) {
    boolean firstWithoutMajority = submission.heard().isEmpty() && isMajorityLost();
    try {
      Answer answer =
          reception
              .http()
              .post(
                  anIntake() + "/api/v1/appeals",
                  submission.body(),
                  Map.of("Idempotency-Key", submission.key()));
      if (answer.status() != 202) {
        return refused(submission, answer.problem());
      }
      accepted(submission, answer.body());
      if (firstWithoutMajority && isMajorityLost()) {
        record.strange(submission.key() + " was accepted while two brokers of three were gone");
      }
      return Heard.ACCEPTED;
    } catch (IOException e) {
      return Heard.NO_ANSWER;
    }
  }

  private void postBatch(List<Submission> lines) {
    List<Submission> left = lines;
    while (crowd.isWelcome() && !left.isEmpty()) {
      attempt(left);
      left = left.stream().filter(line -> line.isPatient() && !line.wasAccepted()).toList();
      Await.pause(left.isEmpty() ? Duration.ZERO : PAUSE);
    }
  }

  private void attempt(List<Submission> lines) {
    StringBuilder body = new StringBuilder();
    lines.forEach(line ->
        body.append(
                JsonMapper.shared()
                    .writeValueAsString(line.body().put("idempotencyKey", line.key())))
            .append('\n'));
    Map<String, Submission> unanswered = new HashMap<>();
    lines.forEach(line -> unanswered.put(line.key(), line));
    try {
      Answer answer =
          reception
              .http()
              .post(
                  anIntake() + "/api/v1/appeals/batch",
                  "application/x-ndjson",
                  body.toString(),
                  Map.of());
      for (JsonNode result : results(answer)) {
        Submission line = unanswered.remove(result.path("idempotencyKey").asString(""));
        if (line != null) {
          hear(line, result);
        }
      }
      if (answer.status() != 200) {
        unanswered.values().forEach(line -> line.hears(refused(line, answer.problem())));
        return;
      }
    } catch (IOException e) {
      // What was answered before the connection broke went with it.
    }
    unanswered.values().forEach(line -> line.hears(Heard.NO_ANSWER));
  }

  private void hear(Submission line, JsonNode result) {
    if (result.has("problem")) {
      String type = result.path("problem").path("type").asString("");
      line.hears(refused(line, type.substring(type.lastIndexOf(':') + 1)));
    } else {
      accepted(line, result);
      crowd.go(() -> goOn(line));
    }
  }

  private static List<JsonNode> results(Answer answer) {
    List<JsonNode> results = new ArrayList<>();
    if (answer.status() == 200) {
      for (String line : answer.text().split("\n", -1)) {
        try {
          results.add(JsonMapper.shared().readTree(line.isBlank() ? "{}" : line));
        } catch (JacksonException e) {
          // A line that broke off says nothing.
        }
      }
    }
    return results;
  }

  private void accepted(Submission submission, JsonNode receipt) {
    if (!submission.appeal().toString().equals(receipt.path("appealId").asString(""))) {
      record.strange(submission.key() + " was accepted as another appeal: " + receipt);
    }
    submission.isAccepted(receipt.path("trackingCode").asString(""));
  }

  private Heard refused(Submission submission, String problem) {
    return switch (problem) {
      case "not-accepted" -> Heard.NOT_ACCEPTED;
      case "outcome-unknown" -> Heard.OUTCOME_UNKNOWN;
      default -> {
        record.strange("%s was answered with %s".formatted(submission.key(), problem));
        yield Heard.STRANGE;
      }
    };
  }

  private void goOn(Submission submission) {
    if (submission.course() == Course.WITHDRAWN) {
      withdraw(submission);
    } else if (submission.course() == Course.WORKED_ON) {
      whenAccepted.accept(submission);
    }
  }

  private void withdraw(Submission submission) {
    AppealId appeal = submission.appeal();
    Await.pause(submission.secondThoughts());
    JsonNode body =
        JsonMapper.shared().createObjectNode().put("type", "WITHDRAW").put("reason", "Починили.");
    while (crowd.isWelcome()) {
      try {
        Answer answer =
            reception
                .http()
                .post(
                    anIntake() + "/api/v1/appeals/" + appeal + "/actions",
                    body,
                    Map.of("Tracking-Code", submission.trackingCode().orElseThrow()));
        if (answer.status() == 202) {
          record.withdrawn(appeal);
          return;
        }
        if (answer.status() != 503) {
          record.strange("the withdrawal of %s: %s".formatted(appeal, answer.problem()));
        }
      } catch (IOException e) {
        // Nobody knows; asking again does no harm.
      }
      Await.pause(PAUSE);
    }
  }

  /** Any of them, as a balancer would, which does not know either that one is gone. */
  private String anIntake() {
    return reception.url(intakes.get(Math.floorMod(System.nanoTime() / 1_000, intakes.size())));
  }
}
