package city.reception.classifier.training;

import city.reception.classifier.Calibration;
import city.reception.classifier.OutOfFold;

/**
 * Fits a calibration to held-out scores by the likelihood of the topics they have: first stretch
 * and shifts, then how the likeliest topic's probability follows from what these make of it.
 */
record CalibrationFit(Calibration calibration) {

  private static final int STEPS = 150;
  private static final double FIRST_STRETCH = 1;

  /** How strongly shifts are held to nought, in texts. */
  private static final double PRIOR = 5;

  private static final int BETA_STEPS = 200;

  static CalibrationFit of(float[][] scores, int[] topicOf) {
    int topics = scores[0].length;
    double[] counts = new double[topics];
    for (int topic : topicOf) {
      counts[topic]++;
    }
    double stretch = FIRST_STRETCH;
    double[] shifts = new double[topics];
    float[] row = new float[topics];
    for (int step = 0; step < STEPS; step++) {
      Calibration pure = calibration(stretch, shifts, 1, 1, 0);
      double slope = 0;
      double curve = 0;
      double[] slopes = new double[topics];
      for (int i = 0; i < scores.length; i++) {
        System.arraycopy(scores[i], 0, row, 0, topics);
        pure.apply(row);
        double mean = 0;
        double square = 0;
        for (int k = 0; k < topics; k++) {
          mean += row[k] * scores[i][k];
          square += row[k] * scores[i][k] * scores[i][k];
          slopes[k] += (topicOf[i] == k ? 1 : 0) - row[k];
        }
        slope += scores[i][topicOf[i]] - mean;
        curve += square - mean * mean;
      }
      stretch = Math.max(0.1, stretch + slope / (curve + 1) / 2);
      for (int k = 0; k < topics; k++) {
        shifts[k] += (slopes[k] - PRIOR * shifts[k]) / (counts[k] + 1 + PRIOR);
      }
    }
    return new CalibrationFit(withBeta(calibration(stretch, shifts, 1, 1, 0), scores, topicOf));
  }

  /** The held-out texts with calibrated probabilities. */
  OutOfFold heldOut(float[][] scores, int[] topicOf, long[] texts) {
    short[] actual = new short[scores.length];
    short[] predicted = new short[scores.length];
    float[] probability = new float[scores.length];
    for (int i = 0; i < scores.length; i++) {
      float[] row = scores[i].clone();
      calibration.apply(row);
      int best = 0;
      for (int k = 1; k < row.length; k++) {
        best = row[k] > row[best] ? k : best;
      }
      actual[i] = (short) topicOf[i];
      predicted[i] = (short) best;
      probability[i] = row[best];
    }
    return new OutOfFold(texts, actual, predicted, probability);
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
        float p = held.probability()[i];
        double[] x = {Calibration.right(p), Calibration.wrong(p), 1};
        double said = 1 / (1 + Math.exp(-(beta[0] * x[0] + beta[1] * x[1] + beta[2])));
        double off = (held.actual()[i] == held.predicted()[i] ? 1 : 0) - said;
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

  private static Calibration calibration(
      double stretch, double[] shifts, double ofRight, double ofWrong, double constant) {
    float[] floats = new float[shifts.length];
    for (int k = 0; k < floats.length; k++) {
      floats[k] = (float) shifts[k];
    }
    return new Calibration(
        (float) stretch, floats, (float) ofRight, (float) ofWrong, (float) constant);
  }
}
