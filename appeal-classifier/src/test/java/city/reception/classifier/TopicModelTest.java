package city.reception.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.reception.classifier.Explanation.Word;
import city.reception.classifier.training.Corpus;
import city.reception.classifier.training.Trainer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model says. */
class TopicModelTest {

  private static final String LIFT = "Опять ЛИФТ застрял, кнопка не нажимается!";

  private static TopicModel model;

  @TempDir Path folder;

  @BeforeAll
  static void train() throws Exception {
    model = new Trainer(0.9, Optional.empty(), line -> {}).train(Corpus.of(60));
  }

  @Test
  void theLikeliestTopicComesFirstAndProbabilitiesSumToOne() {
    Classification said = model.classify(LIFT);

    assertThat(said.best().topic()).isEqualTo("lifts");
    assertThat(said.certain()).isTrue();
    assertThat(said.topics())
        .extracting(TopicProbability::probability)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(said.topics().stream().mapToDouble(TopicProbability::probability).sum())
        .isBetween(0.999, 1.001);
  }

  @Test
  void theSubjectIsReadToo() {
    assertThat(model.classify("Застрял лифт", "Помогите!").best().topic()).isEqualTo("lifts");
  }

  @Test
  void misspeltWordsAndForeignLettersAreUnderstood() {
    // The vowels of the first are Latin.
    assertThat(model.classify("aвтoбуc опоздал на остановкуу").best().topic()).isEqualTo("buses");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "!!!",
        "🏫",
        "1234567",
        "The lift in our house has been out of order since Monday.",
        "Der Aufzug ist kaputt",
        "電梯壞了"
      })
  void whatItCannotReadGoesToAPerson(String text) {
    assertThat(model.classify(text).certain()).isFalse();
    assertThat(model.classify(text).topics()).hasSize(3);
  }

  @Test
  void theLongestTextIsRead() {
    assertThat(model.classify((LIFT + " ").repeat(800)).best().topic()).isEqualTo("lifts");
    assertThat(model.classify("ы".repeat(60_000)).certain()).isFalse();
  }

  @Test
  void aTextOnTwoTopicsOfOneGroupIsCertainToBelongThere() {
    String both = "Лифт застрял, кабина гудит, а автобус опоздал, и водитель прошёл остановку";

    assertThat(model.classify(both).certain()).isFalse();
    assertThat(
            model
                .grouped(topic -> topic.equals("schools") ? "teaching" : "moving")
                .classify(both)
                .certain())
        .isTrue();
  }

  @Test
  void theWordsThatSpokeStandInTheText() {
    String text = "В школе урок, класс на экзамене, а автобус опоздал: учитель ждёт у остановки";
    Explanation explanation = model.explain("Учитель", text, 3);

    assertThat(explanation.classification()).isEqualTo(model.classify("Учитель", text));
    assertThat(explanation.words(0)).extracting(Word::written).contains("урок");
    assertThat(explanation.words(1)).extracting(Word::written).contains("автобус");
    assertThat(explanation.reasons()).hasSize(Math.min(3, model.topics().size()));
    assertThat(model.explain("Учитель", text, 2).reasons())
        .isEqualTo(explanation.reasons().subList(0, 2));
    for (List<Word> words : explanation.reasons()) {
      assertThat(words)
          .allSatisfy(word -> {
            assertThat("Учитель\n" + text).contains(word.written());
            assertThat(word.weight()).isPositive();
          });
    }
  }

  @Test
  void whatWasReadBeforeChangesNoAnswer() {
    Classification said = model.classify(LIFT);
    for (int i = 0; i < 40_000; i++) {
      model.classify("слово" + Integer.toString(i, 36).replaceAll("[0-9]", "я"));
    }
    assertThat(model.classify(LIFT)).isEqualTo(said);
  }

  @Test
  void manyThreadsGetTheSameAnswer() {
    Classification said = model.classify(LIFT);
    assertThat(IntStream.range(0, 2_000).parallel().mapToObj(i -> model.classify(LIFT)))
        .allMatch(said::equals);
  }

  @Test
  void aModelThatWasWrittenAndReadSaysTheSame() throws Exception {
    Path file = folder.resolve("model.topics");
    model.write(file);
    model.write(file);
    TopicModel read = TopicModel.read(file);

    assertThat(read.version()).isEqualTo(model.version());
    assertThat(read.topics()).isEqualTo(model.topics());
    assertThat(read.card()).isEqualTo(model.card());
    assertThat(read.explain("", LIFT, 2)).isEqualTo(model.explain("", LIFT, 2));
    assertThat(read.threshold("lifts")).isEqualTo(model.threshold("lifts"));
    assertThat(folder).isDirectoryContaining("glob:**model.topics");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void aHigherPrecisionNeverAsksForLess() {
    double low = model.at(0.5).threshold("lifts").orElse(2);
    double high = model.at(0.999).threshold("lifts").orElse(2);

    assertThat(high).isGreaterThanOrEqualTo(low);
    assertThat(model.at(0.5).version()).isEqualTo(model.version());
    assertThatIllegalArgumentException().isThrownBy(() -> model.at(1.5));
  }

  @Test
  void aTopicThatItDoesNotKnowHasNoThreshold() {
    assertThat(model.threshold("crocodiles")).isEmpty();
  }
}
