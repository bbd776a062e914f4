package city.reception.classifier;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a model was trained on and what it reached on texts that it had not seen (each was held out
 * once).
 *
 * @param texts how many texts of each topic it was trained on
 * @param precision what was asked of the texts that are acted on without a person
 * @param heldOut what it reached
 * @param comparison what another model reached on the same texts, where one was given
 */
public record ModelCard(
    SortedMap<String, Integer> texts,
    double precision,
    HeldOut heldOut,
    Optional<Comparison> comparison) {

  public ModelCard {
    texts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /** How many texts there were. */
  public int total() {
    return texts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Each topic with the number of its texts. */
  public Map<String, Integer> counts() {
    return texts;
  }

  /**
   * Figures on texts held out, each from 0 to 1.
   *
   * @param accuracy the share of texts whose likeliest topic was right
   * @param macroF1 the mean of the topics' F1
   * @param ece how far the probabilities are from the shares that came true, in 15 bins
   * @param coverage the share of texts that went without a person
   * @param reached the share of those that was right
   */
  public record HeldOut(
      double accuracy, double macroF1, double ece, double coverage, double reached) {}

  /**
   * Another model on the same texts. Of those that it was itself trained on, what it said when they
   * were held out counts.
   *
   * @param version the other model's version
   * @param accuracy its share of right texts
   */
  public record Comparison(String version, double accuracy) {}
}
