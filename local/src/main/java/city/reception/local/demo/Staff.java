package city.reception.local.demo;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The staff of the committees, at the desk. */
final class Staff {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final JsonHttp http;
  private final String desk;

  Staff(JsonHttp http, String desk) {
    this.http = http;
    this.desk = desk;
  }

  /** What waits at a committee. */
  List<AppealId> queue(CommitteeId committee) {
    List<AppealId> queue = new ArrayList<>();
    String first = "%s/api/v1/committees/%s/appeals?limit=100".formatted(desk, committee);
    String page = first;
    while (true) {
      JsonNode answer = http.get(page).body();
      answer
          .required("items")
          .forEach(item -> queue.add(AppealId.parse(item.required("appealId").asString())));
      JsonNode next = answer.get("next");
      if (next == null || next.isNull()) {
        return queue;
      }
      page = first + "&cursor=" + next.asString();
    }
  }

  void takeUp(AppealId appeal, CommitteeId committee) {
    act(appeal, committee, body("TAKE_UP"));
  }

  void answer(AppealId appeal, CommitteeId committee) {
    act(
        appeal,
        committee,
        body("ANSWER").put("text", "Здравствуйте! Ваше обращение рассмотрено, меры приняты."));
  }

  void redirect(AppealId appeal, CommitteeId from, CommitteeId to) {
    act(
        appeal,
        from,
        body("REDIRECT")
            .put("toCommittee", to.toString())
            .put("reason", "Вопрос относится к ведению другой комиссии."));
  }

  void forward(AppealId appeal, CommitteeId committee) {
    act(
        appeal,
        committee,
        body("FORWARD")
            .put("toBody", "Государственная жилищная инспекция")
            .put("reason", "Вопрос относится к её ведению."));
  }

  void refuse(AppealId appeal, CommitteeId committee) {
    act(
        appeal,
        committee,
        body("REFUSE")
            .put("ground", "ALREADY_PUBLISHED")
            .put("publishedAt", "https://duma.example/answers/17"));
  }

  void ask(AppealId appeal, CommitteeId committee) {
    act(appeal, committee, body("ASK_CLARIFICATION").put("question", "О каком доме вы пишете?"));
  }

  /** Splits the appeal between two committees and has each answer its part. */
  void splitAndAnswer(AppealId appeal, CommitteeId holder, CommitteeId other) {
    ObjectNode split = body("SPLIT").put("reason", "В обращении два вопроса.");
    ArrayNode parts = split.putArray("parts");
    parts.addObject().put("committee", holder.toString()).put("question", "Первый вопрос.");
    parts.addObject().put("committee", other.toString()).put("question", "Второй вопрос.");
    act(appeal, holder, split);
    JsonNode whole =
        await(appeal, found -> found.path("parts").size() == parts.size(), "is not split");
    for (JsonNode part : whole.required("parts")) {
      answer(
          AppealId.parse(part.required("appealId").asString()),
          new CommitteeId(part.required("committee").asString()));
    }
  }

  /** Waits until the desk has heard of what the resident did. */
  void awaitEvent(String event, AppealId appeal) {
    await(
        appeal,
        found ->
            found
                .path("history")
                .valueStream()
                .anyMatch(entry -> entry.path("event").asString("").equals(event)),
        "is not " + event);
  }

  /** Acts on the appeal as it stands once {@code committee} has it on its desk. */
  private void act(AppealId appeal, CommitteeId committee, ObjectNode action) {
    JsonNode found =
        await(
            appeal,
            held -> held.path("committee").asString("").equals(committee.toString()),
            "does not arrive at " + committee);
    action.put("expectedVersion", found.required("version").asInt());
    JsonHttp.Answer answer =
        http.post(
            url(appeal) + "/actions",
            action,
            Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    JsonNode outcome = answer.body();
    Instant deadline = Instant.now().plus(PATIENCE);
    while (answer.status() == 202 && outcome.path("state").asString("").equals("PENDING")) {
      requireBefore(deadline, "the desk does not learn what became of an action");
      outcome = http.get(desk + answer.location().orElseThrow()).body();
    }
    if (answer.status() == 409 || outcome.path("state").asString("").equals("REFUSED")) {
      throw new IllegalStateException("an action was refused: " + outcome);
    }
  }

  /** The appeal as the desk shows it, once it is as expected; a part may not be there at first. */
  private JsonNode await(AppealId appeal, Predicate<JsonNode> expected, String otherwise) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      JsonNode found = http.getIfThere(url(appeal)).body();
      if (expected.test(found)) {
        return found;
      }
      requireBefore(deadline, "an appeal " + otherwise);
    }
  }

  private String url(AppealId appeal) {
    return desk + "/api/v1/appeals/" + appeal;
  }

  private static ObjectNode body(String type) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("type", type)
        .put("actor", "Секретарь комиссии");
  }

  private static void requireBefore(Instant deadline, String otherwise) {
    if (Instant.now().isAfter(deadline)) {
      throw new IllegalStateException(otherwise);
    }
    LockSupport.parkNanos(PAUSE.toNanos());
  }
}
