package city.reception.classifier;

import java.util.List;

/**
 * All that stands in a model file.
 *
 * @param topics in alphabetical order
 * @param weights the linear model
 * @param calibration what makes probabilities of its scores
 * @param heldOut what thresholds are taken from
 * @param card what it was trained on
 */
public record ModelContent(
    List<String> topics,
    Weights weights,
    Calibration calibration,
    OutOfFold heldOut,
    ModelCard card) {

  public ModelContent {
    topics = List.copyOf(topics);
  }

  Thresholds thresholds(double precision) {
    int[] counts = topics.stream().mapToInt(topic -> card.texts().getOrDefault(topic, 0)).toArray();
    return Thresholds.of(heldOut, counts, precision);
  }
}
