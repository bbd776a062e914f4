package city.reception.classifier.training;

import city.reception.classifier.Weights;

/**
 * Makes one small network of several that speak together: their units side by side, and a feature's
 * weights of eight bits each, the largest being 127 of the row's scale.
 */
final class Quantisation {

  private Quantisation() {}

  static Weights of(Vectors vectors, Network[] networks) {
    int own = networks[0].units();
    int units = own * networks.length;
    int topics = networks[0].topics();
    float[] unitBias = new float[units];
    float[] voices = new float[units * topics];
    float[] bias = new float[topics];
    for (int n = 0; n < networks.length; n++) {
      System.arraycopy(networks[n].unitBias(), 0, unitBias, n * own, own);
      for (int i = 0; i < own * topics; i++) {
        voices[n * own * topics + i] = networks[n].voices()[i] / networks.length;
      }
      for (int k = 0; k < topics; k++) {
        bias[k] += networks[n].bias()[k] / networks.length;
      }
    }
    int rows = vectors.hashes().length;
    float[] scales = new float[rows];
    byte[] weights = new byte[rows * units];
    for (int row = 0; row < rows; row++) {
      float most = 0;
      for (Network network : networks) {
        for (int unit = 0; unit < own; unit++) {
          most = Math.max(most, Math.abs(network.weights()[row * own + unit]));
        }
      }
      if (most > 0) {
        scales[row] = most / Byte.MAX_VALUE * vectors.idf()[row];
        for (int unit = 0; unit < units; unit++) {
          float weight = networks[unit / own].weights()[row * own + unit % own];
          weights[row * units + unit] = (byte) Math.round(weight / most * Byte.MAX_VALUE);
        }
      }
    }
    return new Weights(vectors.hashes(), vectors.idf(), scales, weights, unitBias, voices, bias);
  }
}
