package city.reception.classifier;

import java.util.List;

/**
 * A classification with its reasons.
 *
 * @param forWinner the words that spoke for the likeliest topic and against the second, the
 *     weightiest first
 * @param forRunnerUp the words that spoke for the second and against the likeliest
 * @param forThird the words that spoke for the third and against the likeliest
 */
public record Explanation(
    Classification classification,
    List<Word> forWinner,
    List<Word> forRunnerUp,
    List<Word> forThird) {

  public Explanation {
    forWinner = List.copyOf(forWinner);
    forRunnerUp = List.copyOf(forRunnerUp);
    forThird = List.copyOf(forThird);
  }

  /**
   * A word that spoke for a topic, with its pieces and its half of the pairs it stands in.
   *
   * @param written the word as it stands in the text
   * @param weight how much it raised the topic's log-odds over the other
   */
  public record Word(String written, double weight) {}
}
