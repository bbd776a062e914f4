package city.reception.classifier.training;

import city.reception.classifier.Calibration;
import city.reception.classifier.OutOfFold;

/**
 * Fits stretch and shifts to held-out scores by the likelihood of the topics they have: gradient
 * descent on a convex function of few numbers.
 */
record CalibrationFit(Calibration calibration) {

  private static final int STEPS = 300;
  private static final double RATE = 1;

  /** How strongly shifts are held to nought, in texts. */
  private static final double PRIOR = 5;

  static CalibrationFit of(float[][] scores, int[] topicOf) {
    int topics = scores[0].length;
    double stretch = 4;
    double[] shifts = new double[topics];
    float[] row = new float[topics];
    for (int step = 0; step < STEPS; step++) {
      double stretchSlope = 0;
      double[] slopes = new double[topics];
      Calibration now = calibration(stretch, shifts);
      double curve = 0;
      for (int i = 0; i < scores.length; i++) {
        System.arraycopy(scores[i], 0, row, 0, topics);
        now.apply(row);
        double mean = 0;
        double square = 0;
        for (int k = 0; k < topics; k++) {
          mean += row[k] * scores[i][k];
          square += row[k] * scores[i][k] * scores[i][k];
          slopes[k] += (topicOf[i] == k ? 1 : 0) - row[k];
        }
        stretchSlope += scores[i][topicOf[i]] - mean;
        curve += square - mean * mean;
      }
      stretch = Math.max(0.1, stretch + 0.5 * stretchSlope / (curve + 1e-6));
      for (int k = 0; k < topics; k++) {
        double count = 1 + PRIOR;
        for (int i = 0; i < scores.length; i++) {
          count += topicOf[i] == k ? 1 : 0;
        }
        shifts[k] += RATE * (slopes[k] - PRIOR * shifts[k]) / count;
      }
    }
    return new CalibrationFit(calibration(stretch, shifts));
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

  private static Calibration calibration(double stretch, double[] shifts) {
    float[] floats = new float[shifts.length];
    for (int k = 0; k < floats.length; k++) {
      floats[k] = (float) shifts[k];
    }
    return new Calibration((float) stretch, floats);
  }
}
