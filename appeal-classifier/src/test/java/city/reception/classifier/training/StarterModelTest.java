package city.reception.classifier.training;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.classifier.LabelledText;
import city.reception.classifier.TopicModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

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
  void theModelInTheJarLearntTheTextsOfTheCorpusAndNoOthers() throws Exception {
    List<LabelledText> texts = StarterModel.texts(CORPUS);
    TopicModel starter = TopicModel.starter();

    // That equal texts give equal bytes is shown where training is tested.
    assertThat(starter.saidOfItsOwn().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Vectors.of(texts, 1).groups()).boxed().collect(Collectors.toSet()));
    assertThat(starter.card().texts().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(texts.size());
  }

  @Test
  void itIsNotMadeAgainWhereNothingChanged() throws Exception {
    Path classes = Path.of("target/classes");
    Path model = classes.resolve("city/reception/classifier/starter.topics");
    Object made = Files.getAttribute(model, "unix:ino");

    StarterModel.main(new String[] {CORPUS.toString(), classes.toString()});

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
