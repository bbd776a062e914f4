package city.reception.classifier.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.reception.classifier.evaluation.Tally.Confusion;
import city.reception.classifier.evaluation.Tally.TopicFigures;
import org.junit.jupiter.api.Test;

/** The figures, by hand. */
class TallyTest {

  @Test
  void theFiguresAreThoseOfTheTextbook() {
    Tally tally = new Tally();
    tally.add("a", "a", "b", 0.9, true);
    tally.add("a", "a", "b", 0.9, true);
    tally.add("a", "b", "a", 0.6, false);
    tally.add("b", "b", "a", 0.8, true);
    tally.add("c", "a", "b", 0.7, true);

    assertThat(tally.texts()).isEqualTo(5);
    assertThat(tally.accuracy()).isEqualTo(0.6);
    assertThat(tally.top2()).isEqualTo(0.8);
    assertThat(tally.coverage()).isEqualTo(0.8);
    assertThat(tally.precision()).isEqualTo(0.75);
    // F1: a 2·2/(3+3), b 2·1/(1+2), c 0.
    assertThat(tally.macroF1()).isCloseTo((2 / 3.0 + 2 / 3.0 + 0) / 3, within(1e-12));
    assertThat(tally.weightedF1()).isCloseTo((3 * 2 / 3.0 + 2 / 3.0) / 5, within(1e-12));
    assertThat(tally.topics()).extracting(TopicFigures::topic).containsExactly("a", "b", "c");
    assertThat(tally.confusions())
        .containsExactly(new Confusion("c", "a", 1, 1), new Confusion("a", "b", 1, 0));
  }

  @Test
  void probabilitiesThatComeTrueAsOftenAsTheySayHaveNoError() {
    Tally tally = new Tally();
    for (int i = 0; i < 10; i++) {
      tally.add("a", i < 8 ? "a" : "b", "c", 0.8, true);
    }
    assertThat(tally.ece()).isCloseTo(0, within(1e-9));

    tally.add("a", "b", "c", 1.0, true);
    assertThat(tally.ece()).isCloseTo(1 / 11.0, within(1e-9));
  }

  @Test
  void noTextsGiveNoFigures() {
    Tally tally = new Tally();
    assertThat(tally.accuracy() + tally.macroF1() + tally.weightedF1() + tally.ece()).isZero();
    assertThat(tally.topics()).isEmpty();
  }
}
