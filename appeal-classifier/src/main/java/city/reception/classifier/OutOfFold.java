package city.reception.classifier;

/**
 * What a model said of the texts that it was trained on, each said by a model that had not seen it.
 * Thresholds for any precision, and for any groups of topics, are taken from here, never from the
 * texts that are measured.
 *
 * @param texts by text, a number that tells it from others, and no more of it
 * @param actual by text, the topic that it has
 * @param kept how many topics are kept of each text: the likeliest
 * @param topics by text and place, the topic at that place, the likeliest first
 * @param probabilities by text and place, of that topic
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; the numbers are many.
public record OutOfFold(
    long[] texts, short[] actual, int kept, short[] topics, float[] probabilities) {

  /** No more topics are kept of a text, nor looked at when one is classified. */
  public static final int MOST_KEPT = 10;

  public int size() {
    return actual.length;
  }

  /** The topic that was likeliest. */
  public int predicted(int text) {
    return topics[text * kept];
  }

  /** The probability of the topic that was likeliest. */
  public float probability(int text) {
    return probabilities[text * kept];
  }

  /**
   * The probability of the likeliest topic and of the others of its group.
   *
   * @param group by topic
   */
  float together(int text, int[] group) {
    float sum = 0;
    for (int at = text * kept; at < (text + 1) * kept; at++) {
      sum += group[topics[at]] == group[predicted(text)] ? probabilities[at] : 0;
    }
    return sum;
  }

  /**
   * Finds the likeliest topics.
   *
   * @param order takes as many as it has places, the likeliest first, of equals the first by number
   */
  public static void likeliest(float[] probabilities, int[] order) {
    int filled = 0;
    for (int k = 0; k < probabilities.length; k++) {
      int at = filled;
      while (at > 0 && probabilities[order[at - 1]] < probabilities[k]) {
        at--;
      }
      if (at < order.length) {
        filled = Math.min(filled + 1, order.length);
        for (int i = filled - 1; i > at; i--) {
          order[i] = order[i - 1];
        }
        order[at] = k;
      }
    }
  }
}
