package city.reception.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.desk.queue.ActionType;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionRequestTest extends DeskTest {

  private TestCase appeal = TestCase.heldBy(IT);

  @BeforeEach
  void routeTheAppeal() {
    appeal = routed(TestCase.heldBy(IT));
  }

  @Test
  void every_bad_field_is_named_in_one_answer() {
    Map<String, Object> body = new HashMap<>();
    body.put("type", "REDIRECT");
    body.put("expectedVersion", "1");
    body.put("actor", " ");
    body.put("toCommittee", "nobody");
    body.put("reason", "a\u0000b");
    body.put("text", "не сюда");
    body.put("deadline", "2026-12-01");

    DeskClient.Answer answer = desk.act(appeal.id(), body, "Idempotency-Key", "short");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text("type")).isEqualTo("urn:reception:problem:invalid-request");
    assertThat(errors(answer))
        .containsExactlyInAnyOrder(
            "Idempotency-Key malformed",
            "expectedVersion type",
            "actor blank",
            "toCommittee unknown-committee",
            "reason control-character",
            "text not-allowed",
            "deadline unknown");
    assertThat(router.decisionsOn(appeal.id())).isZero();
  }

  @Test
  void what_each_type_needs_and_does_not_take_is_named() {
    assertThat(errors(desk.act(appeal.id(), "{}")))
        .containsExactlyInAnyOrder("type required", "expectedVersion required", "actor required");
    assertThat(errors(desk.act(appeal.id(), of("REDIRECT", Map.of()))))
        .containsExactlyInAnyOrder("toCommittee required", "reason required");
    assertThat(errors(desk.act(appeal.id(), of("ANSWER", Map.of("reason", "x")))))
        .containsExactlyInAnyOrder("text required", "reason not-allowed");
    assertThat(
            errors(
                desk.act(
                    appeal.id(),
                    of("TAKE_UP", Map.of("text", "x", "reason", "x", "toCommittee", "ecology")))))
        .containsExactlyInAnyOrder(
            "text not-allowed", "reason not-allowed", "toCommittee not-allowed");
    assertThat(errors(desk.act(appeal.id(), of("EXTEND", Map.of("text", "x")))))
        .containsExactlyInAnyOrder("days required", "reason required", "text not-allowed");
    assertThat(errors(desk.act(appeal.id(), of("EXTEND", Map.of("days", 0, "reason", "x")))))
        .containsExactly("days range");
    assertThat(errors(desk.act(appeal.id(), of("ANSWER", Map.of("days", 1, "text", "x")))))
        .containsExactly("days not-allowed");
    assertThat(errors(desk.act(appeal.id(), of("CLOSE", Map.of("text", 1)))))
        .containsExactlyInAnyOrder("type unknown", "text type");
  }

  @Test
  void the_later_types_are_as_strict() {
    assertThat(errors(desk.act(appeal.id(), of("FORWARD", Map.of("toCommittee", "ecology")))))
        .containsExactlyInAnyOrder("toBody required", "reason required", "toCommittee not-allowed");
    assertThat(errors(desk.act(appeal.id(), of("ASK_CLARIFICATION", Map.of("text", "x")))))
        .containsExactlyInAnyOrder("question required", "text not-allowed");
    assertThat(errors(desk.act(appeal.id(), of("REFUSE", Map.of("ground", "BORING")))))
        .containsExactly("ground unknown");
    assertThat(errors(desk.act(appeal.id(), of("REFUSE", Map.of("ground", "ALREADY_PUBLISHED")))))
        .containsExactly("publishedAt required");
    assertThat(
            errors(
                desk.act(
                    appeal.id(),
                    of(
                        "REFUSE",
                        Map.of("ground", "ALREADY_PUBLISHED", "publishedAt", "http://a.b")))))
        .containsExactly("publishedAt format");
    assertThat(errors(desk.act(appeal.id(), of("END_CORRESPONDENCE", Map.of("ground", "x")))))
        .containsExactlyInAnyOrder("reason required", "ground not-allowed");
    assertThat(errors(desk.act(appeal.id(), of("REQUEST_INFORMATION", Map.of()))))
        .containsExactlyInAnyOrder("body required", "question required");
    assertThat(
            errors(desk.act(appeal.id(), of("RECORD_REQUEST_REPLY", Map.of("requestId", "не id")))))
        .containsExactlyInAnyOrder("requestId format", "text required");
    assertThat(errors(desk.act(appeal.id(), of("ANSWER_CAMPAIGN", Map.of("result", "GOOD")))))
        .containsExactlyInAnyOrder("text required", "result unknown");
    assertThat(router.decisionsOn(appeal.id())).isZero();
  }

  @Test
  void each_part_of_a_split_is_looked_at() {
    Map<String, Object> good = Map.of("committee", "ecology", "question", "О парке.");

    assertThat(errors(desk.act(appeal.id(), of("SPLIT", Map.of("parts", List.of(good))))))
        .containsExactlyInAnyOrder("parts size", "reason required");
    assertThat(errors(desk.act(appeal.id(), of("SPLIT", Map.of("parts", "x", "reason", "x")))))
        .containsExactly("parts type");
    assertThat(
            errors(
                desk.act(
                    appeal.id(),
                    of(
                        "SPLIT",
                        Map.of(
                            "reason",
                            "x",
                            "parts",
                            List.of(
                                good,
                                Map.of("committee", "nobody", "question", " "),
                                Map.of("question", "О музее.", "dueAt", "завтра"),
                                "четвёртый"))))))
        .containsExactlyInAnyOrder(
            "parts[1].committee unknown-committee",
            "parts[1].question blank",
            "parts[2].committee required",
            "parts[2].dueAt unknown",
            "parts[3] type");
  }

  @Test
  void limits_hold_to_the_character() {
    String longest = "я".repeat(20_000);

    assertThat(errors(desk.act(appeal.id(), answer(1, longest + "я"))))
        .containsExactly("text too-long");
    assertThat(errors(desk.act(appeal.id(), redirect(1, ECOLOGY, "я".repeat(2001)))))
        .containsExactly("reason too-long");
    assertThat(desk.act(appeal.id(), answer(1, longest)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "2147483648", "99999999999999999999"})
  void a_version_out_of_range_is_named(String version) {
    assertThat(errors(withVersion(version))).containsExactly("expectedVersion range");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "true", "\"1\"", "[1]", "1e2"})
  void a_version_of_another_type_is_named(String version) {
    assertThat(errors(withVersion(version))).containsExactly("expectedVersion type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "\"TAKE_UP\"",
        "{}{}",
        "{\"type\":\"TAKE_UP\",\"type\":\"ANSWER\"}",
        "{\"a\":[[[[[[[[[[[[]]]]]]]]]]]]}",
        "{'type':'TAKE_UP'}"
      })
  void what_is_not_one_json_object_is_refused(String body) {
    DeskClient.Answer answer = desk.act(appeal.id(), body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("errors").path(0).path("field").asString()).isEqualTo("body");
  }

  @Test
  void broken_utf_8_and_broken_surrogates_are_refused() {
    byte[] body = "{\"type\":\"TAKE_UP\",\"expectedVersion\":1,\"actor\":\"?\"}".getBytes(UTF_8);
    body[new String(body, UTF_8).indexOf('?')] = (byte) 0xff;

    assertThat(errors(desk.act(appeal.id(), HttpRequest.BodyPublishers.ofByteArray(body))))
        .containsExactly("body encoding");
    assertThat(
            errors(
                desk.act(
                    appeal.id(),
                    """
                    {"type":"TAKE_UP","expectedVersion":1,"actor":"\\ud800"}\
                    """)))
        .containsExactly("actor lone-surrogate");
  }

  @Test
  void a_strange_field_is_named_without_repeating_what_could_do_harm() {
    DeskClient.Answer answer =
        desk.act(appeal.id(), of("TAKE_UP", Map.of("<script>\n" + "x".repeat(1000), 1)));

    assertThat(errors(answer)).hasSize(1);
    assertThat(errors(answer).getFirst()).startsWith("?script??xxx").hasSizeLessThan(80);
  }

  @Test
  void a_body_over_64_kib_is_refused_however_it_comes() {
    byte[] large = ("{\"text\":\"" + "x".repeat(70_000) + "\"}").getBytes(UTF_8);

    for (HttpRequest.BodyPublisher body :
        List.of(
            HttpRequest.BodyPublishers.ofByteArray(large),
            HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))) {
      DeskClient.Answer answer = desk.act(appeal.id(), body);

      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.text("type")).isEqualTo("urn:reception:problem:too-large");
    }
  }

  @Test
  void a_body_of_another_type_is_refused() {
    DeskClient.Answer answer =
        desk.send(
            desk.request("/api/v1/appeals/" + appeal.id() + "/actions")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.text("type")).isEqualTo("urn:reception:problem:unsupported-type");
  }

  @Test
  void another_method_and_another_address_are_problems_too() {
    DeskClient.Answer method = desk.get("/api/v1/appeals/" + appeal.id() + "/actions");
    DeskClient.Answer address = desk.get("/api/v1/nothing");

    assertThat(method.status()).isEqualTo(405);
    assertThat(method.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(method.text("type")).isEqualTo("urn:reception:problem:method-not-allowed");
    assertThat(address.status()).isEqualTo(404);
    assertThat(address.text("type")).isEqualTo("urn:reception:problem:not-found");
    assertThat(address.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(address.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void the_interface_is_described() {
    DeskClient.Answer description = desk.get("/v3/api-docs");

    assertThat(description.text("openapi")).startsWith("3.1");
    assertThat(description.body().path("paths").propertyNames())
        .containsExactlyInAnyOrder(
            "/api/v1/committees/{slug}/appeals",
            "/api/v1/appeals/{appealId}",
            "/api/v1/appeals/{appealId}/campaign",
            "/api/v1/appeals/{appealId}/actions",
            "/api/v1/actions/{actionId}");
    assertThat(
            description
                .body()
                .at("/paths/~1api~1v1~1appeals~1{appealId}~1actions/post/requestBody/content")
                .path("application/json")
                .path("examples")
                .size())
        .isEqualTo(ActionType.values().length);
  }

  private DeskClient.Answer withVersion(String version) {
    return desk.act(
        appeal.id(),
        """
        {"type":"TAKE_UP","expectedVersion":%s,"actor":"Белова М. С."}\
        """
            .formatted(version));
  }

  private static Map<String, Object> of(String type, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("type", type);
    body.put("expectedVersion", 1);
    body.put("actor", "Белова М. С.");
    return body;
  }

  private static List<String> errors(DeskClient.Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    return StreamSupport.stream(answer.body().path("errors").spliterator(), false)
        .map(error -> error.path("field").asString() + " " + error.path("code").asString())
        .toList();
  }
}
