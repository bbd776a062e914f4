package city.reception.classifier;

/**
 * Makes probabilities of scores: a softmax over scores that are stretched by one factor and shifted
 * by a number for each topic, mixed with a little of every topic: people's labels are never all
 * right, so nothing is quite certain. All was fitted to texts that had been held out in training.
 *
 * @param stretch the factor
 * @param shifts by topic
 * @param noise the share of texts whose label follows from nothing
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; the numbers are many.
public record Calibration(float stretch, float[] shifts, float noise) {

  /** Replaces the scores by probabilities, which sum to 1. */
  public void apply(float[] scores) {
    float most = Float.NEGATIVE_INFINITY;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = stretch * scores[k] + shifts[k];
      most = Math.max(most, scores[k]);
    }
    float sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = (float) Math.exp(scores[k] - most);
      sum += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] = (1 - noise) * scores[k] / sum + noise / scores.length;
    }
  }
}
