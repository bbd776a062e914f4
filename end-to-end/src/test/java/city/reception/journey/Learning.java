package city.reception.journey;

import static city.reception.journey.OneReceptionTest.reception;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.classifier.LabelledText;
import city.reception.classifier.TopicModel;
import city.reception.classifier.training.CsvTexts;
import city.reception.classifier.training.Trainer;
import city.reception.journey.Reception.Answer;
import city.reception.journey.Reception.Receipt;
import city.reception.local.postgres.Database;
import city.reception.local.routing.DryRun;
import city.reception.local.routing.LedgerLabels;
import city.reception.local.routing.PastAppeals;
import city.reception.local.system.LocalPorts.Listener;
import city.reception.router.RoutingTables;
import city.reception.router.ledger.TopicModels;
import city.reception.router.ledger.TopicModels.Entry;
import city.reception.router.ledger.TopicModels.Role;
import city.reception.router.ledger.TopicModels.State;
import city.reception.router.models.TopicModelClassifier;
import city.reception.router.routing.RoutingPolicy;
import city.reception.router.routing.RoutingTable;
import city.reception.starter.committees.CommitteesFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** The reception learns from its clerks. */
abstract class Learning {

  private static final String RIGHT = "security-sport-youth";
  private static final int WEIGHT = 10;

  /** One text of the starter corpus in so many: enough here, and soon learnt. */
  private static final int FEWER = 10;

  /** Less is asked than of a model at work: of so few texts hardly one is certain at that. */
  private static final double PRECISION = 0.8;

  private static final List<String> LETTERS =
      List.of(
          "Над нашим двором каждый вечер летает квадрокоптер и заглядывает в окна. Кто это проверяет?",
          "Прошу запретить запуск дронов над жилыми домами: беспилотник едва не упал на коляску.",
          "Сосед снимает с квадрокоптера чужие балконы, на замечания не реагирует. Дрон жужжит до полуночи.",
          "Беспилотник разбился о наш фасад. Чей дрон, неизвестно, управляющая компания разводит руками.",
          "Дроны над детской площадкой — это опасно! Вчера квадрокоптер задел ребёнка.",
          "Можно ли ограничить полёты квадрокоптеров над дворами? Летают низко, снимают окна.",
          "Какой-то умник гоняет дрон между домами. Боимся, что беспилотник влетит в окно.",
          "Просим установить порядок полётов беспилотников и дронов в жилых кварталах.");

  @TempDir private static Path folder;

  @Test
  void whatClerksCorrectedIsRoutedTheirWayAfterTrainingAndWithoutARestart() throws Exception {
    String next = "Опять дрон над двором: квадрокоптер висел у самых окон. Прошу принять меры.";
    JsonNode before = atDesk(next);
    assertThat(before.path("committee").asString()).isNotEqualTo(RIGHT);
    for (String letter : LETTERS) {
      redirect(atDesk(letter));
    }

    TopicModels models = models();
    TopicModel learnt = learnt(reception.database(Listener.ROUTER));
    Entry taken = offered(models, learnt);

    assertThat(taken.state()).as("%s", taken).isEqualTo(State.LIVE);
    // A router takes it with a batch soon after.
    JsonNode after =
        await()
            .atMost(Reception.PATIENCE)
            .until(
                () -> atDesk(next.replace("Опять", "Снова")),
                told -> told.at("/routing/classifier").asString().equals(learnt.version()));
    assertThat(after.path("committee").asString()).as("%s", after).isEqualTo(RIGHT);
    assertThat(after.at("/routing/topics/0/committee").asString()).isEqualTo(RIGHT);
    assertThat(after.at("/routing/topics/0/terms").toString()).containsAnyOf("рон", "вадрокоптер");
    assertThat(dryRun(learnt)).contains("-> " + RIGHT).doesNotContain("квадрокоптер");
  }

  private static JsonNode atDesk(String text) {
    Receipt receipt =
        reception.post(
            UUID.randomUUID().toString(),
            Reception.appeal("Обращение", text, "resident@example.org", null));
    return reception.awaitDesk(
        receipt.appealId(), appeal -> appeal.path("version").asInt() == 1 && appeal.has("routing"));
  }

  private static void redirect(JsonNode appeal) {
    if (appeal.path("committee").asString().equals(RIGHT)) {
      return;
    }
    Answer done =
        reception.act(
            appeal.path("appealId").asString(),
            """
            {"type":"REDIRECT","expectedVersion":1,"actor":"Смирнова О. В.",
             "toCommittee":"%s","reason":"Безопасность полётов"}\
            """
                .formatted(RIGHT));
    assertThat(done.status()).as("%s", done).isEqualTo(200);
  }

  private static TopicModel learnt(Database ledger) throws Exception {
    LedgerLabels labels = new LedgerLabels(TopicModel.starter(), table(), WEIGHT);
    new PastAppeals(ledger).corrected(labels::accept);
    assertThat(labels.texts()).hasSizeGreaterThanOrEqualTo(LETTERS.size() / 2);
    List<LabelledText> texts = new ArrayList<>(labels.texts());
    for (int file = 1; file <= 3; file++) {
      Path corpus = Path.of("../appeal-classifier/src/main/corpus/starter-" + file + ".csv");
      List<LabelledText> all = new CsvTexts(corpus, "text", "topic").read();
      for (int i = 0; i < all.size(); i += FEWER) {
        texts.add(all.get(i));
      }
    }
    return new Trainer(PRECISION, Optional.of(TopicModel.starter()), line -> {})
        .train(texts, labels.again());
  }

  private static Entry offered(TopicModels models, TopicModel model) throws Exception {
    Path file = folder.resolve("learnt.topics");
    model.write(file);
    long id =
        models.offer(
            model.version(),
            Files.readAllBytes(file),
            "{}",
            Set.copyOf(model.topics()),
            Role.LIVE,
            true, // learnt from fewer texts, it is worse than the starter on all others
            "test");
    return await()
        .atMost(Reception.PATIENCE)
        .until(() -> models.find(id).orElseThrow(), entry -> entry.state() != State.OFFERED);
  }

  private static String dryRun(TopicModel model) {
    DryRun dryRun =
        new DryRun(new RoutingPolicy(table(), new TopicModelClassifier(model, table())));
    new PastAppeals(reception.database(Listener.ROUTER)).last(100, dryRun::accept);
    return String.join("\n", dryRun.lines());
  }

  private static TopicModels models() {
    Database ledger = reception.database(Listener.ROUTER);
    return new TopicModels(
        new JdbcTemplate(
            new DriverManagerDataSource(ledger.url(), ledger.username(), ledger.password())));
  }

  private static RoutingTable table() {
    return RoutingTables.of(
        CommitteesFile.read(new FileSystemResource("../config/committees.yaml")));
  }
}
