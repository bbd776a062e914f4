package city.reception.classifier;

/**
 * Makes probabilities of scores, in two steps that were fitted to texts held out in training: a
 * softmax over scores that are stretched by one factor and shifted by a number for each topic; then
 * the likeliest topic's probability p is put right by beta calibration (Kull et al., 2017),
 * log-odds {@code ofRight * ln p - ofWrong * ln (1 - p) + constant}, and the others share the rest
 * as before. The second step changes no order: people's labels are never all right, so what looks
 * quite certain is less so.
 *
 * @param stretch the factor
 * @param shifts by topic
 * @param ofRight not negative, so that what was likelier stays so
 * @param ofWrong not negative
 * @param constant what is added to the log-odds
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; the numbers are many.
public record Calibration(
    float stretch, float[] shifts, float ofRight, float ofWrong, float constant) {

  private static final double LEAST = 1e-6;

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
      scores[k] /= sum;
    }
    correct(scores);
  }

  private void correct(float[] probabilities) {
    int best = 0;
    for (int k = 1; k < probabilities.length; k++) {
      best = probabilities[k] > probabilities[best] ? k : best;
    }
    float second = 0;
    float others = 0;
    for (int k = 0; k < probabilities.length; k++) {
      if (k != best) {
        second = Math.max(second, probabilities[k]);
        others += probabilities[k];
      }
    }
    if (others == 0) {
      return;
    }
    float after = Math.max(second / (others + second), corrected(probabilities[best]));
    for (int k = 0; k < probabilities.length; k++) {
      probabilities[k] = k == best ? after : probabilities[k] / others * (1 - after);
    }
  }

  private float corrected(float p) {
    double odds = ofRight * right(p) + ofWrong * wrong(p) + constant;
    return (float) (1 / (1 + Math.exp(-odds)));
  }

  /** What {@link #ofRight} is multiplied with. */
  public static double right(double p) {
    return Math.log(Math.max(LEAST, p));
  }

  /** What {@link #ofWrong} is multiplied with. */
  public static double wrong(double p) {
    return -Math.log(Math.max(LEAST, 1 - p));
  }
}
