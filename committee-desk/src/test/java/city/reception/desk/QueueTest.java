package city.reception.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.CommitteeId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class QueueTest extends DeskTest {

  @Autowired MeterRegistry meters;

  private static final Instant DUE = Instant.parse("2026-12-02T09:30:00Z");

  @Test
  void a_queue_is_read_page_by_page_earliest_due_first_and_ties_by_id() {
    List<TestCase> opened = new ArrayList<>();
    for (int day : List.of(3, 1, 2, 2, 2, 2, 0)) {
      opened.add(router.open(TestCase.heldBy(CULTURE).due(DUE.plus(Duration.ofDays(day)))));
    }
    List<String> expected =
        opened.stream()
            .sorted(Comparator.comparing(TestCase::dueAt).thenComparing(c -> c.id().toString()))
            .map(c -> c.id().toString())
            .toList();

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(queue(CULTURE)).hasSize(7));

    List<String> read = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    String next = "";
    while (next != null) {
      JsonNode page =
          desk.get(
                  "/api/v1/committees/culture/appeals?limit=3"
                      + (next.isEmpty() ? "" : "&cursor=" + next))
              .body();
      sizes.add(page.path("items").size());
      page.path("items").forEach(appeal -> read.add(appeal.path("appealId").asString()));
      assertThat(page.has("next")).isTrue();
      next = page.path("next").isNull() ? null : page.path("next").asString();
    }
    assertThat(read).isEqualTo(expected);
    assertThat(sizes).containsExactly(3, 3, 1);
  }

  @Test
  void an_appeal_in_the_queue_shows_what_a_list_needs() {
    TestCase appeal = routed(TestCase.heldBy(TRANSPORT).about("Нет автобуса").due(DUE));

    JsonNode shown = inQueue(TRANSPORT, appeal);

    assertThat(shown.propertyNames())
        .containsExactlyInAnyOrder(
            "appealId", "registrationNumber", "subject", "status", "dueAt", "version");
    assertThat(shown.path("registrationNumber").asString()).isEqualTo(appeal.number().value());
    assertThat(shown.path("subject").asString()).isEqualTo("Нет автобуса");
    assertThat(shown.path("status").asString()).isEqualTo("ROUTED");
    assertThat(shown.path("dueAt").asString()).isEqualTo("2026-12-02T09:30:00Z");
    assertThat(shown.path("version").asInt()).isEqualTo(1);
  }

  @Test
  void an_appeal_leaves_the_queue_with_its_answer_and_changes_queues_with_a_redirect() {
    TestCase answered = routed(TestCase.heldBy(TRANSPORT));
    TestCase redirected = routed(TestCase.heldBy(TRANSPORT));

    assertThat(desk.act(answered.id(), answer(1, "Автобус пущен.")).status()).isEqualTo(200);
    assertThat(desk.act(redirected.id(), redirect(1, ECOLOGY, "О парке.")).status()).isEqualTo(200);

    assertThat(queue(TRANSPORT))
        .doesNotContain(answered.id().toString(), redirected.id().toString());
    assertThat(queue(ECOLOGY)).contains(redirected.id().toString());
  }

  @Test
  void the_length_of_each_queue_is_measured() {
    routed(TestCase.heldBy(TRANSPORT));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(
                    meters
                        .get("reception.desk.queue.size")
                        .tag("committee", "transport")
                        .gauge()
                        .value())
                .isPositive());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "ten", "", "99999999999999"})
  void a_limit_out_of_range_is_named(String limit) {
    DeskClient.Answer answer = desk.get("/api/v1/committees/culture/appeals?limit=" + limit);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("errors").path(0).path("field").asString()).isEqualTo("limit");
  }

  @Test
  void a_hostile_cursor_is_named() {
    List<String> texts =
        List.of(
            "",
            "|",
            "x|y",
            "2026-12-02T09:30:00Z",
            "2026-12-02T09:30:00Z|1-1-1-1-1",
            "+1000000000-12-31T23:59:59.999999999Z|6a5b0a4e-0000-8000-8000-000000000000",
            "-1000000000-01-01T00:00:00Z|6a5b0a4e-0000-8000-8000-000000000000",
            "infinity|6a5b0a4e-0000-8000-8000-000000000000",
            "2026-12-02T09:30:00Z|6a5b0a4e-0000-8000-8000-000000000000' or 1=1--");
    List<String> cursors = new ArrayList<>(List.of("!", "%00", "a", "x".repeat(5000)));
    texts.forEach(text -> cursors.add(Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8))));
    for (String cursor : cursors) {
      DeskClient.Answer answer =
          desk.get("/api/v1/committees/culture/appeals?limit=0&cursor=" + cursor);

      assertThat(answer.status()).as(cursor).isEqualTo(400);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(
              StreamSupport.stream(answer.body().path("errors").spliterator(), false)
                  .map(error -> error.path("field").asString()))
          .containsExactlyInAnyOrder("limit", "cursor");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "NOT-A-SLUG", "x", "culture%27%20or%201=1"})
  void a_committee_that_does_not_exist_has_no_queue(String slug) {
    DeskClient.Answer answer = desk.get("/api/v1/committees/" + slug + "/appeals");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("type")).isEqualTo("urn:reception:problem:not-found");
  }

  private List<String> queue(CommitteeId committee) {
    return StreamSupport.stream(items(committee).spliterator(), false)
        .map(appeal -> appeal.path("appealId").asString())
        .toList();
  }

  private JsonNode inQueue(CommitteeId committee, TestCase appeal) {
    return StreamSupport.stream(items(committee).spliterator(), false)
        .filter(item -> item.path("appealId").asString().equals(appeal.id().toString()))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode items(CommitteeId committee) {
    return desk.get("/api/v1/committees/" + committee + "/appeals?limit=100").body().path("items");
  }
}
