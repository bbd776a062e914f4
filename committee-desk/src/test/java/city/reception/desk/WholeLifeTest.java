package city.reception.desk;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import city.reception.events.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a committee may do beside the short life of a case, and what it sees of it. */
class WholeLifeTest extends DeskTest {

  @Test
  void a_forwarded_appeal_is_over_and_its_history_says_where_it_went_and_that_it_was_late() {
    TestCase appeal = routed(TestCase.heldBy(IT));

    done(appeal, "FORWARD", 1, Map.of("toBody", "Жилищная инспекция", "reason", "Надзор её."));

    JsonNode shown = shown(appeal.id());
    assertThat(shown.path("status").asString()).isEqualTo("FORWARDED");
    JsonNode last = shown.path("history").path(2);
    assertThat(last.path("event").asString()).isEqualTo("FORWARDED");
    assertThat(last.path("description").asString())
        .isEqualTo("Направлено в другой орган: Жилищная инспекция (с опозданием)");
    assertThat(last.path("reason").asString()).isEqualTo("Надзор её.");
    assertThat(last.at("/more/late").asBoolean()).isTrue();
    assertThat(queue(IT))
        .extracting(item -> item.path("appealId").asString())
        .doesNotContain(appeal.id().toString());
  }

  @Test
  void a_refusal_shows_its_ground_and_the_address_of_the_answer() {
    TestCase appeal = routed(TestCase.heldBy(IT));

    done(
        appeal,
        "REFUSE",
        1,
        Map.of("ground", "ALREADY_PUBLISHED", "publishedAt", "https://duma.example/17"));

    JsonNode refusal = shown(appeal.id()).path("refusal");
    assertThat(refusal.path("ground").asString()).isEqualTo("ALREADY_PUBLISHED");
    assertThat(refusal.path("meaning").asString()).isEqualTo("ответ уже опубликован");
    assertThat(refusal.path("publishedAt").asString()).isEqualTo("https://duma.example/17");
    assertThat(refusal.path("refusedBy").asString()).isEqualTo("Белова М. С.");
    assertThat(
            desk.get("/api/v1/appeals/" + appeal.id(), "Accept-Language", "en")
                .body()
                .at("/history/2/description")
                .asString())
        .isEqualTo("Ended without an answer on the substance: the answer is already published");
  }

  @Test
  void a_question_to_the_resident_is_open_until_they_say_more() {
    TestCase appeal = routed(TestCase.heldBy(IT));

    done(appeal, "ASK_CLARIFICATION", 1, Map.of("question", "Какой подъезд?"));

    JsonNode open = shown(appeal.id()).path("clarification");
    assertThat(open.path("question").asString()).isEqualTo("Какой подъезд?");
    assertThat(open.path("askedBy").asString()).isEqualTo("Белова М. С.");
    assertThat(inQueue(appeal).path("clarification").asString()).isEqualTo("ASKED");

    router.clarify(appeal.id(), "Второй.");

    // The event tells that they did, the committee's own topic what they said.
    awaitAppeal(
        appeal.id(),
        now -> assertThat(now.body().at("/history/3/text").asString()).isEqualTo("Второй."));
    assertThat(shown(appeal.id()).path("clarification").isNull()).isTrue();
    assertThat(inQueue(appeal).path("clarification").asString()).isEqualTo("GIVEN");
  }

  @Test
  void a_request_has_its_own_clock_and_its_reply_stands_beside_it() {
    TestCase appeal = routed(TestCase.heldBy(IT));

    done(appeal, "REQUEST_INFORMATION", 1, Map.of("body", "УО «Дом»", "question", "Когда?"));

    // The committee's own topic tells the term.
    awaitAppeal(
        appeal.id(),
        now ->
            assertThat(now.body().at("/requests/0/dueAtExplanation").asString())
                .isEqualTo("15 дней со дня запроса"));
    JsonNode request = shown(appeal.id()).at("/requests/0");
    assertThat(request.path("body").asString()).isEqualTo("УО «Дом»");
    assertThat(request.path("question").asString()).isEqualTo("Когда?");
    assertThat(request.path("dueAt").isNull()).isFalse();
    assertThat(request.path("reply").isNull()).isTrue();

    done(
        appeal,
        "RECORD_REQUEST_REPLY",
        2,
        Map.of("requestId", request.path("requestId").asString(), "text", "В ноябре."));

    awaitAppeal(
        appeal.id(),
        now ->
            assertThat(now.body().at("/requests/0/reply/text").asString()).isEqualTo("В ноябре."));
    assertThat(shown(appeal.id()).path("status").asString()).isEqualTo("ROUTED");
  }

  @Test
  void a_split_appeal_shows_its_parts_and_each_part_the_whole() {
    TestCase appeal = routed(TestCase.heldBy(IT));

    done(
        appeal,
        "SPLIT",
        1,
        Map.of(
            "reason",
            "Два вопроса.",
            "parts",
            List.of(
                Map.of("committee", "ecology", "question", "О парке."),
                Map.of("committee", "museums", "question", "О музее."))));

    // Each part is told of by records of its own, in other partitions.
    awaitAppeal(
        appeal.id(),
        now ->
            assertThat(questions(now.body()))
                .containsExactly("1 ecology О парке.", "2 museums О музее."));
    JsonNode whole = shown(appeal.id());
    assertThat(whole.path("status").asString()).isEqualTo("SPLIT");
    assertThat(whole.at("/history/2/more/parts/1/question").asString()).isEqualTo("О музее.");
    assertThat(whole.at("/history/2/description").asString()).endsWith(" (с опозданием)");
    assertThat(whole.at("/history/2/more/late").asBoolean()).isTrue();
    AppealId first = AppealId.parse(whole.at("/parts/0/appealId").asString());
    JsonNode part = shown(first);
    assertThat(part.at("/parent/appealId").asString()).isEqualTo(appeal.id().toString());
    assertThat(part.at("/parent/registrationNumber").asString()).isEqualTo(appeal.number().value());
    assertThat(part.at("/parent/status").asString()).isEqualTo("SPLIT");
    assertThat(part.at("/parent/question").asString()).isEqualTo("О парке.");

    assertThat(desk.act(first, answer(1, "Парк сохранят.")).status()).isEqualTo(200);
    router.endPart(appeal.id(), router.at(first));

    awaitAppeal(
        appeal.id(),
        now -> {
          assertThat(now.body().at("/history/3/description").asString())
              .isEqualTo("Часть 1: дан ответ");
          assertThat(now.body().at("/parts/0/status").asString()).isEqualTo("ANSWERED");
        });
  }

  @Test
  void a_campaign_shows_its_size_and_page_by_page_what_the_committee_holds() {
    TestCase lead = routed(TestCase.heldBy(IT));
    List<String> held = new ArrayList<>(List.of(lead.id().toString()));
    for (int i = 0; i < 4; i++) {
      held.add(member(lead, IT).id().toString());
    }
    TestCase elsewhere = member(lead, ECOLOGY);

    awaitEverythingRead();
    JsonNode campaign = shown(lead.id()).path("campaign");
    assertThat(campaign.path("lead").asString()).isEqualTo(lead.id().toString());
    assertThat(campaign.path("size").asInt()).isEqualTo(6);
    assertThat(campaign.path("open").asInt()).isEqualTo(5);
    assertThat(inQueue(lead).path("campaign").asString()).isEqualTo(lead.id().toString());
    assertThat(shown(elsewhere.id()).at("/campaign/open").asInt()).isEqualTo(1);
    List<String> paged = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          desk.get("/api/v1/appeals/" + held.get(2) + "/campaign?limit=2" + cursor).body();
      page.path("items").forEach(item -> paged.add(item.path("appealId").asString()));
      cursor = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asString();
    } while (!cursor.isEmpty());
    assertThat(paged).containsExactlyInAnyOrderElementsOf(held);

    done(lead, "ANSWER_CAMPAIGN", 1, Map.of("text", "Сквер сохранят.", "result", "SATISFIED"));

    assertThat(shown(lead.id()).at("/history/2/text").asString()).isEqualTo("Сквер сохранят.");
    assertThat(shown(lead.id()).at("/history/2/description").asString())
        .isEqualTo("Дан ответ: просьба удовлетворена");
    assertThat(shown(lead.id()).at("/campaign/open").asInt()).isEqualTo(4);
  }

  @Test
  void a_letter_that_came_before_its_campaign_is_listed_with_the_others() {
    TestCase lead = routed(TestCase.heldBy(IT));
    TestCase early = routed(TestCase.heldBy(IT));

    router.join(early.id(), lead.id());

    awaitAppeal(
        early.id(),
        now ->
            assertThat(now.body().at("/campaign/lead").asString()).isEqualTo(lead.id().toString()));
    assertThat(shown(lead.id()).at("/campaign/open").asInt()).isEqualTo(2);
    assertThat(shown(early.id()).path("version").asInt()).isEqualTo(1);
  }

  @Test
  void an_appeal_outside_any_campaign_has_none() {
    TestCase appeal = routed(TestCase.heldBy(IT));

    assertThat(shown(appeal.id()).path("campaign").isNull()).isTrue();
    assertThat(desk.get("/api/v1/appeals/" + appeal.id() + "/campaign").status()).isEqualTo(404);
    assertThat(inQueue(appeal).propertyNames())
        .containsExactlyInAnyOrder(
            "appealId", "registrationNumber", "subject", "status", "dueAt", "version");
  }

  @Test
  void a_repeat_shows_the_earlier_appeal_and_the_correspondence_can_be_ended() {
    TestCase earlier = routed(TestCase.heldBy(ECOLOGY));
    TestCase repeat = TestCase.heldBy(IT);
    router.openAs(repeat, repeat.related(null, earlier.id()));
    TestCase unheardOf = TestCase.heldBy(IT);
    router.openAs(unheardOf, unheardOf.related(null, TestCase.heldBy(IT).id()));
    shown(repeat);
    shown(unheardOf);

    JsonNode shown = shown(repeat.id()).path("repeatOf");

    assertThat(shown.path("registrationNumber").asString()).isEqualTo(earlier.number().value());
    assertThat(shown.path("committee").asString()).isEqualTo("ecology");
    assertThat(shown(unheardOf.id()).at("/repeatOf/registrationNumber").isNull()).isTrue();
    done(repeat, "END_CORRESPONDENCE", 1, Map.of("reason", "Нет новых доводов."));
    assertThat(shown(repeat.id()).path("status").asString()).isEqualTo("CORRESPONDENCE_ENDED");
  }

  @Test
  void a_redirected_appeal_comes_with_what_was_asked_and_said_before() {
    TestCase appeal = TestCase.heldBy(IT);
    Transfer transfer =
        new Transfer(ECOLOGY, "Вопрос связи.", "Белова М. С.", appeal.registeredAt());
    router.openAs(appeal, appeal.routed(transfer));
    shown(appeal);

    JsonNode before = shown(appeal.id()).path("correspondence");

    assertThat(before.path("leftOut").asInt()).isEqualTo(2);
    assertThat(before.path("exchanges").valueStream())
        .extracting(exchange -> exchange.path("kind").asString())
        .containsExactly("CLARIFICATION_ASKED", "CLARIFIED", "INFORMATION_REQUESTED");
    assertThat(before.at("/exchanges/0/text").asString()).isEqualTo("Какой подъезд?");
    assertThat(before.at("/exchanges/0/committee").asString()).isEqualTo("ecology");
    assertThat(before.at("/exchanges/1/actor").isNull()).as("the resident's own").isTrue();
    assertThat(before.at("/exchanges/2/requestId").asString()).isEqualTo("request-1");
    assertThat(before.at("/exchanges/2/body").asString()).isEqualTo("Жилищная инспекция");
    TestCase first = routed(TestCase.heldBy(IT));
    assertThat(shown(first.id()).path("correspondence").isNull()).as("nothing before").isTrue();
  }

  @Test
  void a_rating_and_a_reopening_come_with_the_residents_words() {
    TestCase appeal = routed(TestCase.heldBy(IT));
    assertThat(desk.act(appeal.id(), answer(1, "Сделано.")).status()).isEqualTo(200);

    router.rate(appeal.id(), 2, "Не сделано.");
    router.reopen(appeal.id(), "Лифт стоит.");

    awaitAppeal(
        appeal.id(),
        now -> {
          assertThat(now.body().path("history").size()).isEqualTo(5);
          assertThat(now.body().at("/history/4/reason").asString()).isEqualTo("Лифт стоит.");
        });
    JsonNode shown = shown(appeal.id());
    assertThat(shown.at("/history/3/description").asString())
        .isEqualTo("Заявитель оценил ответ: 2 из 5");
    assertThat(shown.at("/history/3/text").asString()).isEqualTo("Не сделано.");
    assertThat(shown.path("status").asString()).isEqualTo("ROUTED");
    assertThat(shown.path("identityAssurance").asString()).isEqualTo("ACCOUNT");
    assertThat(shown.path("initiativeDirection").asString()).isEqualTo("NEW_SERVICE");
    assertThat(inQueue(appeal).path("version").asInt()).isEqualTo(4);
  }

  private TestCase member(TestCase lead, CommitteeId committee) {
    TestCase member = TestCase.heldBy(committee);
    router.openAs(member, member.related(lead.id(), null));
    return shown(member);
  }

  /** Acts, and waits until the desk shows the case as it is since, from every topic. */
  private void done(TestCase appeal, String type, int version, Map<String, ?> fields) {
    assertThat(desk.act(appeal.id(), action(type, version, fields)).status()).isEqualTo(200);
    awaitAppeal(
        appeal.id(), now -> assertThat(now.body().path("version").asInt()).isEqualTo(version + 1));
    awaitEverythingRead();
  }

  private JsonNode shown(AppealId appeal) {
    return desk.get("/api/v1/appeals/" + appeal).body();
  }

  private static List<String> questions(JsonNode appeal) {
    List<String> questions = new ArrayList<>();
    appeal
        .path("parts")
        .forEach(part ->
            questions.add(
                part.path("part").asInt()
                    + " "
                    + part.path("committee").asString()
                    + " "
                    + part.path("question").asString()));
    return questions;
  }

  private JsonNode inQueue(TestCase appeal) {
    return queue(appeal.committee()).stream()
        .filter(item -> item.path("appealId").asString().equals(appeal.id().toString()))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> queue(CommitteeId committee) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          desk.get("/api/v1/committees/" + committee + "/appeals?limit=100" + cursor).body();
      page.path("items").forEach(items::add);
      cursor = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asString();
    } while (!cursor.isEmpty());
    return items;
  }
}
