package city.reception.classifier.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.reception.classifier.LabelledText;
import city.reception.classifier.TopicModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How texts become a model. */
class TrainerTest {

  @TempDir Path folder;

  @Test
  void equalTextsGiveEqualBytes() throws Exception {
    assertThat(bytes(train(Corpus.of(30)))).isEqualTo(bytes(train(Corpus.of(30))));
  }

  @Test
  void otherTextsGiveAnotherVersion() throws Exception {
    assertThat(train(Corpus.of(30)).version())
        .isNotEqualTo(train(Corpus.of(31)).version())
        .matches("topics-[0-9a-f]{12}");
  }

  @Test
  void theCardSaysWhatItWasTrainedOnAndWhatItReached() throws Exception {
    TopicModel model = train(Corpus.of(40));

    assertThat(model.card().texts()).containsEntry("lifts", 40).hasSize(3);
    assertThat(model.card().total()).isEqualTo(120);
    assertThat(model.card().heldOut().accuracy()).isGreaterThan(0.95);
    assertThat(model.card().comparison()).isEmpty();
  }

  @Test
  void anotherModelIsAskedAboutTheSameTexts() throws Exception {
    TopicModel before = train(Corpus.of(30));
    TopicModel after = new Trainer(0.9, Optional.of(before), line -> {}).train(Corpus.of(40));

    assertThat(after.card().comparison())
        .hasValueSatisfying(other -> {
          assertThat(other.version()).isEqualTo(before.version());
          assertThat(other.accuracy()).isBetween(0.9, 1.0);
        });
  }

  @Test
  void whatCountsSeveralTimesIsJudgedOnce() throws Exception {
    List<LabelledText> texts = new ArrayList<>(Corpus.of(40));
    List<LabelledText> wrong =
        Corpus.of(3).stream().map(text -> new LabelledText(text.text(), "lifts")).toList();
    texts.addAll(wrong);
    List<LabelledText> again =
        Collections.nCopies(9, wrong).stream().flatMap(List::stream).toList();

    TopicModel model = new Trainer(0.9, Optional.empty(), line -> {}).train(texts, again);

    assertThat(model.card().total()).isEqualTo(texts.size());
    assertThat(model.card().heldOut().accuracy()).isGreaterThan(0.9);
  }

  @Test
  void aTopicOfFewTextsIsLearntAndAlwaysGoesToAPerson() throws Exception {
    List<LabelledText> texts = new ArrayList<>(Corpus.of(40));
    texts.add(new LabelledText("крокодил сбежал из зоопарка", "crocodiles"));
    TopicModel model = train(texts);

    assertThat(model.topics()).contains("crocodiles");
    assertThat(model.threshold("crocodiles")).isEmpty();
    assertThat(model.threshold("lifts")).isPresent();
    assertThat(model.classify("крокодил сбежал из зоопарка").certain()).isFalse();
  }

  @Test
  void oneTopicIsNotEnough() {
    List<LabelledText> texts = List.of(new LabelledText("лифт", "lifts"));
    assertThatExceptionOfType(UnfitTextsException.class)
        .isThrownBy(() -> train(texts))
        .withMessageContaining("lifts");
  }

  @Test
  void textsWithoutAWordGiveAModelThatLeavesAllToPeople() throws Exception {
    TopicModel model =
        train(List.of(new LabelledText("", "one"), new LabelledText("!!!", "another")));
    assertThat(model.classify("что угодно").certain()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, Double.NaN})
  void aPrecisionThatIsNoneIsRefused(double precision) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Trainer(precision, Optional.empty(), line -> {}));
  }

  static TopicModel train(List<LabelledText> texts) throws UnfitTextsException {
    return new Trainer(0.9, Optional.empty(), line -> {}).train(texts);
  }

  private byte[] bytes(TopicModel model) throws IOException {
    Path file = folder.resolve("model.topics");
    model.write(file);
    return Files.readAllBytes(file);
  }
}
