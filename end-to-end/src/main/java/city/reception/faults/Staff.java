package city.reception.faults;

import city.reception.events.AppealId;
import city.reception.faults.Http.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A committee's people at the desk. Nobody else touches their cases, so no action of theirs is
 * refused; what the desk does not answer, they ask for again under the same key.
 */
final class Staff {

  private static final Duration PAUSE = Duration.ofMillis(400);

  private final Reception reception;
  private final ClientRecord record;
  private final Crowd crowd = new Crowd();
  private final Set<AppealId> atWork = ConcurrentHashMap.newKeySet();

  Staff(Reception reception, ClientRecord record) {
    this.reception = reception;
    this.record = record;
  }

  /** Works on an accepted appeal, as soon as it arrives. */
  void workOn(Submission submission) {
    atWork.add(submission.appeal());
    crowd.go(() -> work(submission));
  }

  void finish(Duration bound) {
    crowd.finish(
        "the desk's people are done",
        bound,
        () -> atWork.stream().map(appeal -> "at work on " + appeal).limit(10).toList());
  }

  private void work(Submission submission) {
    AppealId appeal = submission.appeal();
    for (ObjectNode action : actions(submission.random())) {
      if (!act(submission, action)) {
        return;
      }
    }
    atWork.remove(appeal);
  }

  private static List<ObjectNode> actions(SplittableRandom random) {
    List<ObjectNode> actions = new ArrayList<>();
    if (random.nextInt(10) < 6) {
      actions.add(action("TAKE_UP"));
    }
    if (random.nextInt(10) < 3) {
      // Whoever holds it: to itself it is not redirected, hence two that differ.
      actions.add(action("REDIRECT").put("reason", "Не по нашей части."));
    }
    if (random.nextInt(10) < 8) {
      actions.add(action("ANSWER").put("text", "Меры приняты."));
    }
    return actions;
  }

  private static ObjectNode action(String type) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("type", type)
        .put("actor", "Секретарь комиссии");
  }

  /** Does one action. Returns whether it was done. */
  private boolean act(Submission submission, ObjectNode action) {
    AppealId appeal = submission.appeal();
    String type = action.path("type").asString();
    Optional<JsonNode> shown = shown(appeal);
    if (shown.isEmpty()) {
      return false;
    }
    action.put("expectedVersion", shown.get().path("version").asInt());
    if (type.equals("REDIRECT")) {
      boolean educated = shown.get().path("committee").toString().contains("education");
      action.put("toCommittee", educated ? "reception" : "education");
    }
    String key = submission.key() + "-" + type;
    while (crowd.isWelcome()) {
      try {
        Answer answer =
            settled(
                reception
                    .http()
                    .post(
                        desk("/api/v1/appeals/" + appeal + "/actions"),
                        action,
                        Map.of("Idempotency-Key", key)));
        String state = answer.body().path("state").asString("");
        if (answer.status() == 200 && state.equals("DONE")) {
          record.done(appeal, answer.body().path("actionId").asString(), type);
          return awaitVersion(appeal, answer.body().path("version").asInt());
        }
        if (answer.status() == 409 || state.equals("REFUSED")) {
          record.strange("%s of %s was refused: %s".formatted(type, appeal, answer.body()));
          return false;
        }
        if (answer.status() != 503 && answer.status() != 202) {
          record.strange("%s of %s: %s".formatted(type, appeal, answer.problem()));
        }
      } catch (IOException e) {
        // Nobody knows; the same key makes it the same action.
      }
      Await.pause(PAUSE);
    }
    return false;
  }

  /** Follows an action that was not decided at once, as long as the desk says so. */
  private Answer settled(Answer answer) throws IOException {
    Answer latest = answer;
    while (crowd.isWelcome()
        && answer.status() == 202
        && (latest.status() == 503 || latest.body().path("state").asString("").equals("PENDING"))) {
      Await.pause(PAUSE);
      latest = reception.http().get(desk(answer.location().orElseThrow()), Map.of());
    }
    return latest;
  }

  /** The appeal as the desk shows it, once it does. */
  private Optional<JsonNode> shown(AppealId appeal) {
    while (crowd.isWelcome()) {
      try {
        Answer answer = reception.http().get(desk("/api/v1/appeals/" + appeal), Map.of());
        if (answer.status() == 200 && !answer.body().path("committee").isNull()) {
          return Optional.of(answer.body());
        }
      } catch (IOException e) {
        // The desk comes back.
      }
      Await.pause(PAUSE);
    }
    return Optional.empty();
  }

  private boolean awaitVersion(AppealId appeal, int version) {
    Optional<JsonNode> shown = shown(appeal);
    while (shown.isPresent() && shown.get().path("version").asInt() < version) {
      Await.pause(PAUSE);
      shown = shown(appeal);
    }
    return shown.isPresent();
  }

  private String desk(String path) {
    return reception.url("desk") + path;
  }
}
