package city.reception.router.models;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.classifier.ModelCard;
import city.reception.classifier.ModelCard.Comparison;
import city.reception.classifier.ModelCard.HeldOut;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which offered model is taken. */
class JudgementTest {

  private static final ModelCard RUNNING = card(0.90, null);

  @Test
  void aModelThatIsAtLeastAsGoodOnItsOwnTextsIsTaken() {
    assertThat(Judgement.objection(card(0.90, null), "running", RUNNING)).isEmpty();
    assertThat(Judgement.objection(card(0.95, null), "running", RUNNING)).isEmpty();
  }

  @Test
  void oneThatIsWorseByChanceAloneIsTaken() {
    // The standard error of 0.9 among 1,000 texts is 0.0095.
    assertThat(Judgement.objection(card(0.891, null), "running", RUNNING)).isEmpty();
    assertThat(Judgement.objection(card(0.890, null), "running", RUNNING)).isPresent();
  }

  @Test
  void aWorseOneIsRefusedWithBothFigures() {
    assertThat(Judgement.objection(card(0.85, null), "running", RUNNING))
        .hasValue(
            "it is worse than running, which runs: 0.8500 of its held-out texts are right, against"
                + " 0.9000 of the other's own");
  }

  @Test
  void aComparisonOnTheSameTextsCountsMoreThanTheTwoCards() {
    assertThat(Judgement.objection(card(0.85, new Comparison("running", 0.80)), "running", RUNNING))
        .isEmpty();
    assertThat(Judgement.objection(card(0.95, new Comparison("running", 0.96)), "running", RUNNING))
        .hasValue(
            "it is worse than running, which runs: 0.9500 of its held-out texts are right, against"
                + " 0.9600 of the same texts");
  }

  @Test
  void aComparisonWithAModelThatNoLongerRunsSaysNothing() {
    assertThat(Judgement.objection(card(0.85, new Comparison("before", 0.80)), "running", RUNNING))
        .isPresent();
  }

  @Test
  void oneThatWouldSendFarMoreLettersToAPersonIsRefused() {
    assertThat(Judgement.objection(card(0.95, 0.70), "running", RUNNING)).isEmpty();
    assertThat(Judgement.objection(card(0.95, 0.65), "running", RUNNING))
        .hasValue(
            "65.0 % of its held-out texts would go without a person, against 90.0 % of those of"
                + " running, which runs");
  }

  @Test
  void oneThatWasAskedToBeRightMoreOftenMay() {
    assertThat(Judgement.objection(card(0.99, 0.95, 0.65, null), "running", RUNNING)).isEmpty();
  }

  private static ModelCard card(double accuracy, double coverage) {
    return card(0.95, accuracy, coverage, null);
  }

  private static ModelCard card(double accuracy, @Nullable Comparison comparison) {
    return card(0.95, accuracy, 0.9, comparison);
  }

  private static ModelCard card(
      double precision, double accuracy, double coverage, @Nullable Comparison comparison) {
    return new ModelCard(
        new TreeMap<>(Map.of("lifts", 400, "trees", 600)),
        precision,
        new HeldOut(accuracy, 0.8, 0.01, coverage, 0.95),
        Optional.ofNullable(comparison));
  }
}
