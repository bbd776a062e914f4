package city.reception.classifier.training;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.classifier.LabelledText;
import city.reception.classifier.TopicModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model that comes with the jar, and what it is made of. */
class StarterModelTest {

  private static final Path CORPUS = Path.of("src/main/corpus");

  @Test
  void everyTopicOfTheCorpusHasEnoughTextsAndNoTextComesTwice() throws Exception {
    List<LabelledText> texts = StarterModel.texts(CORPUS);
    Map<String, Long> counts =
        texts.stream()
            .collect(
                Collectors.groupingBy(LabelledText::topic, TreeMap::new, Collectors.counting()));

    assertThat(counts)
        .hasSize(30)
        .allSatisfy((topic, count) -> assertThat(count).as(topic).isGreaterThanOrEqualTo(60));
    assertThat(texts).extracting(text -> text.text().strip()).doesNotHaveDuplicates();
  }

  @Test
  void theModelInTheJarIsTheCorpusAndNothingElseAndIsNotMadeAgainWhereNothingChanged(
      @TempDir Path folder) throws Exception {
    String[] folders = {CORPUS.toString(), folder.toString()};
    StarterModel.main(folders);
    Path model = folder.resolve("city/reception/classifier/starter.topics");
    assertThat(model)
        .hasSameBinaryContentAs(Path.of("target/classes/city/reception/classifier/starter.topics"));

    Object made = Files.getAttribute(model, "unix:ino");
    StarterModel.main(folders);

    assertThat(Files.getAttribute(model, "unix:ino")).isEqualTo(made);
  }

  @Test
  void itSaysWhatItReachesOnTextsHeldOut() {
    TopicModel starter = TopicModel.starter();

    assertThat(starter.topics()).hasSize(30);
    assertThat(starter.card().heldOut().accuracy()).isGreaterThan(0.6);
    assertThat(starter.classify("В подъезде третью неделю стоит лифт").best().probability())
        .isBetween(0.0, 1.0);
  }
}
