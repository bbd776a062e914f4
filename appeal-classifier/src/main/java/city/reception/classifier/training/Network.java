package city.reception.classifier.training;

/**
 * Units that add up what the features of a text say to them, and speak for topics where the sum is
 * above nought.
 *
 * @param weights by feature and unit
 * @param unitBias by unit, what its sum begins with
 * @param voices by unit and topic
 * @param bias by topic
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; the numbers are many.
record Network(float[] weights, float[] unitBias, float[] voices, float[] bias) {

  static Network of(int features, int units, int topics) {
    return new Network(
        new float[features * units],
        new float[units],
        new float[units * topics],
        new float[topics]);
  }

  int units() {
    return unitBias.length;
  }

  int topics() {
    return bias.length;
  }

  /**
   * Scores the topics.
   *
   * @param features the first {@code count} of which the text has
   * @param values what each counts
   * @param sums takes what the units say, nought where they are silent
   * @param scores takes the topics' scores
   */
  void score(int[] features, float[] values, int count, float[] sums, float[] scores) {
    int units = unitBias.length;
    System.arraycopy(unitBias, 0, sums, 0, units);
    for (int f = 0; f < count; f++) {
      add(values[f], weights, features[f] * units, sums);
    }
    System.arraycopy(bias, 0, scores, 0, bias.length);
    for (int unit = 0; unit < units; unit++) {
      sums[unit] = Math.max(0, sums[unit]);
      if (sums[unit] > 0) {
        add(sums[unit], voices, unit * bias.length, scores);
      }
    }
  }

  /** The scores of one of the texts. */
  float[] score(Vectors vectors, int text) {
    int[] features = vectors.features()[text];
    float[] scores = new float[bias.length];
    score(features, vectors.values()[text], features.length, new float[unitBias.length], scores);
    return scores;
  }

  /** Makes probabilities of scores. */
  static void softmax(float[] scores) {
    float most = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      most = Math.max(most, score);
    }
    float sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = (float) StrictMath.exp(scores[k] - most);
      sum += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] /= sum;
    }
  }

  /** Adds {@code factor} times the numbers from {@code from} on. */
  private static void add(float factor, float[] numbers, int from, float[] sums) {
    int length = sums.length;
    for (int i = 0; i < length; i++) {
      sums[i] += factor * numbers[from + i];
    }
  }

  /** Several that speak together: the mean of their scores. */
  static float[] mean(Network[] networks, Vectors vectors, int text) {
    float[] scores = new float[networks[0].topics()];
    for (Network network : networks) {
      float[] own = network.score(vectors, text);
      for (int k = 0; k < scores.length; k++) {
        scores[k] += own[k] / networks.length;
      }
    }
    return scores;
  }
}
