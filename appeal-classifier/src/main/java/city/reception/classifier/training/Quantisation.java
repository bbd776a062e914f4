package city.reception.classifier.training;

import city.reception.classifier.Weights;

/** Makes weights small: eight bits each, the largest of a row being 127 of the row's scale. */
final class Quantisation {

  private Quantisation() {}

  static Weights of(Vectors vectors, float[][] fitted) {
    int topics = fitted[0].length;
    int rows = vectors.hashes().length;
    float[] scales = new float[rows];
    byte[] weights = new byte[rows * topics];
    for (int row = 0; row < rows; row++) {
      float most = 0;
      for (float weight : fitted[row]) {
        most = Math.max(most, Math.abs(weight));
      }
      if (most > 0) {
        scales[row] = most / Byte.MAX_VALUE * vectors.idf()[row];
        for (int k = 0; k < topics; k++) {
          weights[row * topics + k] = (byte) Math.round(fitted[row][k] / most * Byte.MAX_VALUE);
        }
      }
    }
    float[] bias = new float[topics];
    for (int k = 0; k < topics; k++) {
      bias[k] = (float) (fitted[rows][k] * Vectors.CONSTANT);
    }
    return new Weights(vectors.hashes(), vectors.idf(), scales, weights, bias);
  }
}
