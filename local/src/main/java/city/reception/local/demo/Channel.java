package city.reception.local.demo;

import city.reception.events.AppealId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An intake channel, which is also where a resident looks later. */
final class Channel {

  private final JsonHttp http;
  private final String api;

  /** What a channel gets for an appeal. */
  record Receipt(AppealId appeal, String trackingCode) {}

  /** An appeal with the key under which it is submitted, however often. */
  record Submission(String key, ObjectNode body) {}

  Channel(JsonHttp http, String intake) {
    this.http = http;
    this.api = intake + "/api/v1/appeals";
  }

  Receipt submit(Submission submission) {
    JsonNode answer =
        http.post(api, submission.body(), Map.of("Idempotency-Key", submission.key())).body();
    return receipt(answer);
  }

  /** Submits all in one request; the receipts are in the same order. */
  List<Receipt> submitAll(List<Submission> submissions) {
    List<ObjectNode> lines =
        submissions.stream()
            .map(submission -> submission.body().deepCopy().put("idempotencyKey", submission.key()))
            .toList();
    List<Receipt> receipts = new ArrayList<>();
    for (JsonNode result : http.postLines(api + "/batch", lines)) {
      if (result.has("problem")) {
        throw new IllegalStateException("a line of the batch was refused: " + result);
      }
      if (result.required("line").asInt() != receipts.size() + 1) {
        throw new IllegalStateException("the batch was answered out of order: " + result);
      }
      receipts.add(receipt(result));
    }
    if (receipts.size() != submissions.size()) {
      throw new IllegalStateException(
          "%d results for %d lines".formatted(receipts.size(), submissions.size()));
    }
    return receipts;
  }

  void withdraw(Receipt receipt) {
    act(receipt, action("WITHDRAW").put("reason", "Вопрос решился сам."));
  }

  void clarify(Receipt receipt) {
    act(receipt, action("CLARIFY").put("text", "О доме 5 по Лесной улице."));
  }

  /** The resident is not content with the answer, says so, and has the case opened again. */
  void rateAndReopen(Receipt receipt) {
    act(receipt, action("RATE").put("score", 2).put("comment", "Ничего не изменилось."));
    act(receipt, action("REOPEN").put("reason", "Ничего не изменилось."));
  }

  private void act(Receipt receipt, ObjectNode action) {
    http.post(
        api + "/" + receipt.appeal() + "/actions",
        action,
        Map.of(
            "Tracking-Code",
            receipt.trackingCode(),
            "Idempotency-Key",
            UUID.randomUUID().toString()));
  }

  private static ObjectNode action(String type) {
    return JsonMapper.shared().createObjectNode().put("type", type);
  }

  private static Receipt receipt(JsonNode answer) {
    return new Receipt(
        AppealId.parse(answer.required("appealId").asString()),
        answer.required("trackingCode").asString());
  }
}
