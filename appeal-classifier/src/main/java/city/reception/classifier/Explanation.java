package city.reception.classifier;

import java.util.List;

/**
 * A classification with its reasons.
 *
 * @param reasons by topic in the order of their likelihood, at most as many as were asked for: the
 *     words that spoke for the likeliest and against the second, and those that spoke for each of
 *     the others and against the likeliest; the weightiest first
 */
public record Explanation(Classification classification, List<List<Word>> reasons) {

  public Explanation {
    reasons = reasons.stream().map(List::copyOf).toList();
  }

  /** The words that spoke for the topic at this place of the order; none were asked for beyond. */
  public List<Word> words(int place) {
    return place < reasons.size() ? reasons.get(place) : List.of();
  }

  /**
   * A word that spoke for a topic, with its pieces and its half of the pairs it stands in.
   *
   * @param written the word as it stands in the text
   * @param weight how much it raised the topic's log-odds over the other
   */
  public record Word(String written, double weight) {}
}
