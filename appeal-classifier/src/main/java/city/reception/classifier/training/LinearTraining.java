package city.reception.classifier.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.Random;

/** Fits a linear model that tells all topics apart at once (Crammer and Singer's). */
final class LinearTraining {

  private static final double COST = 0.25;
  private static final double TOLERANCE = 0.5;
  private static final int SEED = 1;

  private LinearTraining() {}

  static {
    Linear.disableDebugOutput();
  }

  /**
   * Fits to the chosen rows.
   *
   * @return by feature and topic, the weights; those of a topic without any row are what they would
   *     be if nothing spoke for it
   */
  static float[][] fit(Vectors vectors, int[] topicOf, int topics, int[] rows) {
    float[][] weights = new float[vectors.width()][topics];
    if (Arrays.stream(rows).map(row -> topicOf[row]).distinct().count() < 2) {
      // Nothing to tell apart: whatever comes is of the one topic, if there is one.
      for (int row : rows) {
        weights[vectors.width() - 1][topicOf[row]] = 1;
      }
      return weights;
    }
    Problem problem = new Problem();
    problem.l = rows.length;
    problem.n = vectors.width();
    problem.x = new Feature[rows.length][];
    problem.y = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      problem.x[i] = vectors.rows()[rows[i]];
      problem.y[i] = topicOf[rows[i]];
    }
    Parameter parameter = new Parameter(SolverType.MCSVM_CS, COST, TOLERANCE);
    parameter.setRandom(new Random(SEED));
    Model model = Linear.train(problem, parameter);
    sort(model, weights);
    return weights;
  }

  private static void sort(Model model, float[][] weights) {
    double[] fitted = model.getFeatureWeights();
    int[] labels = model.getLabels();
    for (int k = 0; k < labels.length; k++) {
      for (int f = 0; f < weights.length; f++) {
        weights[f][labels[k]] = (float) fitted[f * labels.length + k];
      }
    }
  }
}
