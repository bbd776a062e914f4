package city.reception.classifier;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * All that stands in a model file.
 *
 * @param topics in alphabetical order
 * @param weights the network
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

  /** By topic, a number for its group. */
  int[] groups(UnaryOperator<String> of) {
    List<String> names = topics.stream().map(of).toList();
    return names.stream().mapToInt(names::indexOf).toArray();
  }

  /** The thresholds where taking a topic for another of its group does no harm. */
  Thresholds thresholds(double precision, int[] group) {
    int[] counts = topics.stream().mapToInt(topic -> card.texts().getOrDefault(topic, 0)).toArray();
    return Thresholds.of(heldOut, counts, group, precision);
  }
}
