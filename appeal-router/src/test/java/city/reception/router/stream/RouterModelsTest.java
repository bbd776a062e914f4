package city.reception.router.stream;

import static city.reception.router.stream.World.EDUCATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.classifier.LabelledText;
import city.reception.classifier.TopicModel;
import city.reception.classifier.training.CsvTexts;
import city.reception.classifier.training.Trainer;
import city.reception.events.AppealReceived;
import city.reception.events.AppealRouted;
import city.reception.events.CommitteeId;
import city.reception.events.RoutingDecision;
import city.reception.events.Topics;
import city.reception.router.ledger.TopicModels;
import city.reception.router.ledger.TopicModels.Entry;
import city.reception.router.ledger.TopicModels.Role;
import city.reception.router.ledger.TopicModels.State;
import city.reception.router.models.RunningModels;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Models that come and go under two running routers. */
class RouterModelsTest {

  /** Texts of a topic, of which two are told apart. */
  private static final int ENOUGH = 40;

  private static final World world = new World();
  private static final TopicModels models = new TopicModels(world.jdbc);
  private static final List<ConfigurableApplicationContext> routers = new ArrayList<>();
  private static TopicModel good;
  private static TopicModel confused;

  @TempDir static Path folder;

  @BeforeAll
  static void start() throws Exception {
    List<LabelledText> schools = texts("schools");
    List<LabelledText> care = texts("medical-care");
    good = new Trainer(0.9, Optional.empty(), line -> {}).train(both(schools, care));
    // Every other text under the wrong topic: no model can learn that.
    confused =
        new Trainer(0.9, Optional.empty(), line -> {})
            .train(both(swapped(schools, "medical-care"), swapped(care, "schools")));
    for (int i = 0; i < 2; i++) {
      routers.add(world.startRouter("reception.router.models.interval=100ms"));
    }
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @AfterEach
  void backToTheStarter() {
    world.jdbc.update("delete from topic_model");
    routers.forEach(router ->
        await()
            .atMost(World.PATIENCE)
            .until(() -> version(router).equals(TopicModel.starter().version())));
  }

  @Test
  void withoutAModelInTheLedgerTheStarterDecides() {
    assertThat(route().classifier()).isEqualTo(TopicModel.starter().version());
  }

  @Test
  void bothRoutersTakeAModelWithoutARestartAndOneOfThemJudgedIt() throws Exception {
    long id = offer(good, Role.LIVE, true);

    assertThat(settled(id).state()).isEqualTo(State.LIVE);
    routers.forEach(router ->
        await().atMost(World.PATIENCE).until(() -> version(router).equals(good.version())));
    assertThat(route().classifier()).isEqualTo(good.version());
    assertThat(routers)
        .allSatisfy(router ->
            assertThat(
                    router
                        .getBean(MeterRegistry.class)
                        .get("reception.router.model.info")
                        .tags("role", "live")
                        .gauge()
                        .getId()
                        .getTag("version"))
                .isEqualTo(good.version()));
  }

  @Test
  void aModelThatIsWorseThanWhatRunsIsRefusedWithTheFigures() throws Exception {
    settled(offer(good, Role.LIVE, true));

    Entry refused = settled(offer(confused, Role.LIVE, false));

    assertThat(refused.state()).isEqualTo(State.REFUSED);
    assertThat(refused.reason()).startsWith("it is worse than " + good.version());
    assertThat(settled(offer(confused, Role.LIVE, true)).state()).isEqualTo(State.LIVE);
    assertThat(models.all()).extracting(Entry::state).contains(State.RETIRED);
  }

  @Test
  void bytesThatAreNoModelAreRefusedAndRoutingGoesOn() {
    long id =
        models.offer("broken-1", new byte[] {1, 2, 3}, "{}", Set.of(), Role.LIVE, true, "test");

    assertThat(settled(id).state()).isEqualTo(State.REFUSED);
    assertThat(settled(id).reason()).startsWith("it cannot be read");
    assertThat(route().committee()).isEqualTo(EDUCATION);
  }

  @Test
  void aShadowIsRecordedWhereItDisagreesAndDecidesNothing() throws Exception {
    settled(offer(confused, Role.SHADOW, false));
    routers.forEach(router ->
        await()
            .atMost(World.PATIENCE)
            .until(() -> router.getBean(RunningModels.class).current().shadow() != null));

    AppealReceived appeal =
        world.appeal(
            World.key(),
            null,
            "Детский сад",
            "Не дают место в детском саду, очередь в детский сад не движется второй год, ребёнку три"
                + " года, в группу детского сада не берут.");
    world.awaitCommitted(world.receive(appeal));

    List<Map<String, Object>> rows =
        world.jdbc.queryForList(
            "select * from shadow_disagreement where appeal_id = ?", appeal.appealId().value());
    String committee =
        world.jdbc.queryForObject(
            "select committee from appeal_case where appeal_id = ?",
            String.class,
            appeal.appealId().value());
    assertThat(committee).isEqualTo(EDUCATION.slug());
    assertThat(rows)
        .singleElement()
        .satisfies(row ->
            assertThat(row)
                .containsEntry("shadow_version", confused.version())
                .containsEntry("live_version", TopicModel.starter().version())
                .containsEntry("live_committee", EDUCATION.slug())
                .containsEntry("shadow_committee", CommitteeId.RECEPTION.slug()));
    assertThat(models.withdrawShadow("test")).isTrue();
  }

  private static RoutingDecision route() {
    AppealReceived appeal = world.appeal(World.key());
    world.awaitCommitted(world.receive(appeal));
    return world
        .awaitEvents(
            Topics.routed(EDUCATION),
            events -> events.stream().anyMatch(e -> e.appealId().equals(appeal.appealId())))
        .stream()
        .filter(event -> event.appealId().equals(appeal.appealId()))
        .map(event -> ((AppealRouted) event).routing())
        .findFirst()
        .orElseThrow();
  }

  private static String version(ConfigurableApplicationContext router) {
    return router.getBean(RunningModels.class).current().live().classifierVersion();
  }

  private static Entry settled(long id) {
    return await()
        .atMost(World.PATIENCE)
        .until(() -> models.find(id).orElseThrow(), entry -> entry.state() != State.OFFERED);
  }

  private static long offer(TopicModel model, Role role, boolean forced) throws Exception {
    Path file = folder.resolve("offered.topics");
    model.write(file);
    return models.offer(
        model.version(),
        Files.readAllBytes(file),
        "{}",
        Set.copyOf(model.topics()),
        role,
        forced,
        "test");
  }

  private static List<LabelledText> texts(String topic) throws Exception {
    List<LabelledText> texts = new ArrayList<>();
    for (int file = 1; file <= 3; file++) {
      Path path = Path.of("../appeal-classifier/src/main/corpus/starter-" + file + ".csv");
      texts.addAll(new CsvTexts(path, "text", "topic").read());
    }
    return texts.stream().filter(text -> text.topic().equals(topic)).limit(ENOUGH).toList();
  }

  private static List<LabelledText> swapped(List<LabelledText> texts, String other) {
    List<LabelledText> half = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      half.add(i % 2 == 0 ? texts.get(i) : new LabelledText(texts.get(i).text(), other));
    }
    return half;
  }

  private static List<LabelledText> both(List<LabelledText> one, List<LabelledText> other) {
    List<LabelledText> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }
}
