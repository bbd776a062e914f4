package city.reception.classifier.training;

import city.reception.classifier.Calibration;
import city.reception.classifier.OutOfFold;

/**
 * Fits a calibration to held-out scores by the likelihood of the topics they have. Each step asks
 * how likely each label follows from its text rather than from nothing, and moves stretch and
 * shifts along the slope of the texts so weighted.
 */
record CalibrationFit(Calibration calibration) {

  private static final int STEPS = 150;
  private static final double FIRST_STRETCH = 4;
  private static final double FIRST_NOISE = 0.01;

  /** More noise than this is no noise. */
  private static final double MOST_NOISE = 0.2;

  /** How strongly shifts are held to nought, in texts. */
  private static final double PRIOR = 5;

  static CalibrationFit of(float[][] scores, int[] topicOf) {
    int topics = scores[0].length;
    double[] counts = new double[topics];
    for (int topic : topicOf) {
      counts[topic]++;
    }
    double stretch = FIRST_STRETCH;
    double[] shifts = new double[topics];
    double noise = FIRST_NOISE;
    float[] row = new float[topics];
    for (int step = 0; step < STEPS; step++) {
      Calibration pure = calibration(stretch, shifts, 0);
      double slope = 0;
      double curve = 0;
      double[] slopes = new double[topics];
      double noisy = 0;
      for (int i = 0; i < scores.length; i++) {
        System.arraycopy(scores[i], 0, row, 0, topics);
        pure.apply(row);
        double fromText = (1 - noise) * row[topicOf[i]];
        double weight = fromText / (fromText + noise / topics);
        noisy += 1 - weight;
        double mean = 0;
        double square = 0;
        for (int k = 0; k < topics; k++) {
          mean += row[k] * scores[i][k];
          square += row[k] * scores[i][k] * scores[i][k];
          slopes[k] += weight * ((topicOf[i] == k ? 1 : 0) - row[k]);
        }
        slope += weight * (scores[i][topicOf[i]] - mean);
        curve += weight * (square - mean * mean);
      }
      stretch = Math.max(0.1, stretch + slope / (curve + 1) / 2);
      for (int k = 0; k < topics; k++) {
        shifts[k] += (slopes[k] - PRIOR * shifts[k]) / (counts[k] + 1 + PRIOR);
      }
      noise = Math.min(MOST_NOISE, noisy / scores.length);
    }
    return new CalibrationFit(calibration(stretch, shifts, noise));
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

  private static Calibration calibration(double stretch, double[] shifts, double noise) {
    float[] floats = new float[shifts.length];
    for (int k = 0; k < floats.length; k++) {
      floats[k] = (float) shifts[k];
    }
    return new Calibration((float) stretch, floats, (float) noise);
  }
}
