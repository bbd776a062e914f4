package city.reception.classifier.training;

import city.reception.classifier.Calibration;
import city.reception.classifier.OutOfFold;

/**
 * Fits a calibration to held-out scores by the likelihood of the topics they have: first the
 * stretch, then how the likeliest topic's probability follows from what this makes of it. Shifts
 * are not fitted: of rare topics there is too little to fit them to. They follow from how often
 * each topic comes.
 */
record CalibrationFit(Calibration calibration) {

  /**
   * By how much a rarer topic is preferred: a network sides with the frequent one in doubt, and
   * more often than the texts bear out. What is then likeliest is calibrated as any other.
   */
  private static final double FOR_THE_RARE = 0.15;

  private static final int STEPS = 30;
  private static final double FIRST_STRETCH = 1;

  /** How strongly numbers are held to where they began, in texts. */
  private static final double PRIOR = 5;

  private static final int BETA_STEPS = 200;

  static CalibrationFit of(float[][] scores, int[] topicOf) {
    int topics = scores[0].length;
    float[] shifts = shifts(topicOf, topics);
    double stretch = FIRST_STRETCH;
    float[] row = new float[topics];
    for (int step = 0; step < STEPS; step++) {
      Calibration pure = pure(stretch, shifts);
      double slope = 0;
      double curve = 0;
      for (int i = 0; i < scores.length; i++) {
        System.arraycopy(scores[i], 0, row, 0, topics);
        pure.apply(row);
        double mean = 0;
        double square = 0;
        for (int k = 0; k < topics; k++) {
          mean += row[k] * scores[i][k];
          square += row[k] * scores[i][k] * scores[i][k];
        }
        slope += scores[i][topicOf[i]] - mean;
        curve += square - mean * mean;
      }
      stretch = Math.max(0.1, stretch + slope / (curve + 1) / 2);
    }
    return new CalibrationFit(withBeta(pure(stretch, shifts), scores, topicOf));
  }

  /** By topic, more for the rarer. */
  private static float[] shifts(int[] topicOf, int topics) {
    int[] counts = new int[topics];
    for (int topic : topicOf) {
      counts[topic]++;
    }
    float[] shifts = new float[topics];
    for (int k = 0; k < topics; k++) {
      shifts[k] = (float) (FOR_THE_RARE * StrictMath.log((double) topicOf.length / counts[k]));
    }
    return shifts;
  }

  /** The held-out texts with calibrated probabilities. */
  OutOfFold heldOut(float[][] scores, int[] topicOf, long[] texts) {
    int[] order = new int[Math.min(OutOfFold.MOST_KEPT, scores[0].length)];
    int kept = order.length;
    short[] actual = new short[scores.length];
    short[] topics = new short[scores.length * kept];
    float[] probabilities = new float[scores.length * kept];
    for (int i = 0; i < scores.length; i++) {
      float[] row = scores[i].clone();
      calibration.apply(row);
      OutOfFold.likeliest(row, order);
      actual[i] = (short) topicOf[i];
      for (int place = 0; place < kept; place++) {
        topics[i * kept + place] = (short) order[place];
        probabilities[i * kept + place] = row[order[place]];
      }
    }
    return new OutOfFold(texts, actual, kept, topics, probabilities);
  }

  /** Steps by bounded curvature, each number held where it was as if by {@link #PRIOR} texts. */
  private static Calibration withBeta(Calibration pure, float[][] scores, int[] topicOf) {
    OutOfFold held = new CalibrationFit(pure).heldOut(scores, topicOf, new long[0]);
    double[] first = {1, 1, 0};
    double[] beta = first.clone();
    for (int step = 0; step < BETA_STEPS; step++) {
      double[] slopes = new double[beta.length];
      double[] curves = new double[beta.length];
      for (int i = 0; i < held.size(); i++) {
        float p = held.probability(i);
        double[] x = {Calibration.right(p), Calibration.wrong(p), 1};
        double said = 1 / (1 + Math.exp(-(beta[0] * x[0] + beta[1] * x[1] + beta[2])));
        double off = (held.actual()[i] == held.predicted(i) ? 1 : 0) - said;
        double spread = Math.abs(x[0]) + Math.abs(x[1]) + 1;
        for (int b = 0; b < beta.length; b++) {
          slopes[b] += off * x[b];
          // What bounds the whole curvature from above, number by number.
          curves[b] += said * (1 - said) * Math.abs(x[b]) * spread;
        }
      }
      for (int b = 0; b < beta.length; b++) {
        beta[b] += (slopes[b] - PRIOR * (beta[b] - first[b])) / (curves[b] + PRIOR);
        beta[b] = b == 2 ? beta[b] : Math.max(0, beta[b]);
      }
    }
    return new Calibration(
        pure.stretch(), pure.shifts(), (float) beta[0], (float) beta[1], (float) beta[2]);
  }

  private static Calibration pure(double stretch, float[] shifts) {
    return new Calibration((float) stretch, shifts, 1, 1, 0);
  }
}
