package city.reception.classifier.training;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Fits a network by stochastic gradients with AdaGrad (Duchi et al., 2011). Whenever it passes over
 * a text, some of the words and some of the remaining features are left out (Srivastava et al.,
 * 2014), so that no unit relies on one of them: the next resident will put it in other words. Equal
 * rows give equal numbers: one thread, one seed, and no arithmetic that differs between machines.
 */
final class NetworkTraining {

  private static final float RATE = 0.1f;
  private static final float LAST_RATE = 0.02f;

  /** The units' voices move more slowly than what they read, the biases more slowly still. */
  private static final float VOICE = 0.3f;

  private static final float BIAS = 0.1f;

  /** The share of a label that goes to all topics alike: it may be wrong. */
  private static final float DOUBT = 0.1f;

  /** The share of words that are left out. */
  private static final double WORDS_OUT = 0.2;

  /** The share of features that are left out of the words that stay. */
  private static final double FEATURES_OUT = 0.3;

  private static final float FIRST_WEIGHT = 0.3f;

  /** With fewer texts there are more passes, until so many texts were seen. */
  private static final int SEEN = 40_000;

  private static final int FEWEST_PASSES = 8;
  private static final int MOST_PASSES = 30;

  private final SplittableRandom random;
  private final Vectors vectors;
  private final Network net;
  private final int units;
  private final int topics;
  private final float[] seenWeights;
  private final float[] seenVoices;
  private final float[] seenUnits;
  private final float[] seenTopics;
  private final float[] sums;
  private final float[] slopes;
  private final float[] scores;
  private final int[] kept;
  private final float[] values;

  private NetworkTraining(Vectors vectors, int units, int topics, int seed) {
    this.random = new SplittableRandom(seed);
    this.vectors = vectors;
    this.units = units;
    this.topics = topics;
    this.net = Network.of(vectors.hashes().length, units, topics);
    this.seenWeights = new float[vectors.hashes().length];
    this.seenVoices = new float[units];
    this.seenUnits = new float[units];
    this.seenTopics = new float[topics];
    this.sums = new float[units];
    this.slopes = new float[units];
    this.scores = new float[topics];
    int longest = Arrays.stream(vectors.features()).mapToInt(f -> f.length).max().orElse(0);
    this.kept = new int[longest];
    this.values = new float[longest];
    spread(net.weights(), FIRST_WEIGHT);
    spread(net.voices(), (float) Math.sqrt(3.0 / units));
  }

  /**
   * Fits to the chosen rows.
   *
   * @param seed another one gives another network of the same texts
   */
  static Network fit(Vectors vectors, int[] topicOf, int units, int topics, int[] rows, int seed) {
    NetworkTraining training = new NetworkTraining(vectors, units, topics, seed);
    int[] order = rows.clone();
    int passes = Math.clamp(SEEN / Math.max(1, rows.length), FEWEST_PASSES, MOST_PASSES);
    double all = (double) passes * Math.max(1, rows.length);
    int done = 0;
    for (int pass = 0; pass < passes; pass++) {
      training.shuffle(order);
      for (int row : order) {
        float rate = (float) (RATE * (1 - done++ / all) + RATE * LAST_RATE);
        training.learn(row, topicOf[row], rate);
      }
    }
    return training.net;
  }

  private void spread(float[] numbers, float width) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (random.nextDouble() * 2 - 1) * width;
    }
  }

  private void shuffle(int[] order) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }

  private void learn(int row, int topic, float rate) {
    int count = leaveOut(row);
    net.score(kept, values, count, sums, scores);
    Network.softmax(scores);
    for (int k = 0; k < topics; k++) {
      scores[k] -= (k == topic ? 1 - DOUBT : 0) + DOUBT / topics;
    }
    moveVoices(rate);
    float square = 0;
    for (int unit = 0; unit < units; unit++) {
      square += slopes[unit] * slopes[unit];
      seenUnits[unit] += slopes[unit] * slopes[unit];
      net.unitBias()[unit] -= step(rate * BIAS, slopes[unit], seenUnits[unit]);
    }
    moveWeights(count, square / units, rate);
  }

  /** Chooses what is seen this time; what is there counts for what is not. */
  private int leaveOut(int row) {
    int[] features = vectors.features()[row];
    float[] all = vectors.values()[row];
    int[] ends = vectors.ends()[row];
    float more = (float) (1 / Math.sqrt((1 - WORDS_OUT) * (1 - FEATURES_OUT)));
    int keep = (int) ((1 - FEATURES_OUT) * (1 << Short.SIZE));
    int count = 0;
    int from = 0;
    long bits = 0;
    for (int end : ends) {
      if (random.nextDouble() >= WORDS_OUT) {
        for (int f = from; f < end; f++) {
          bits = (f - from) % 4 == 0 ? random.nextLong() : bits >>> Short.SIZE;
          if ((bits & 0xffff) < keep) {
            kept[count] = features[f];
            values[count++] = all[f] * more;
          }
        }
      }
      from = end;
    }
    return count;
  }

  private void moveVoices(float rate) {
    float square = 0;
    for (int k = 0; k < topics; k++) {
      square += scores[k] * scores[k];
      seenTopics[k] += scores[k] * scores[k];
      net.bias()[k] -= step(rate * BIAS, scores[k], seenTopics[k]);
    }
    float[] voices = net.voices();
    for (int unit = 0; unit < units; unit++) {
      slopes[unit] = 0;
      float sum = sums[unit];
      if (sum > 0) {
        int at = unit * topics;
        slopes[unit] = dot(scores, voices, at);
        seenVoices[unit] += sum * sum * square / topics;
        subtract(step(rate * VOICE, sum, seenVoices[unit]), scores, voices, at);
      }
    }
  }

  private void moveWeights(int count, float square, float rate) {
    for (int f = 0; f < count; f++) {
      int feature = kept[f];
      float value = values[f];
      seenWeights[feature] += value * value * square;
      float step = rate * value / (float) Math.sqrt(seenWeights[feature] + 1e-4f);
      subtract(step, slopes, net.weights(), feature * units);
    }
  }

  private static float dot(float[] numbers, float[] others, int at) {
    float sum = 0;
    for (int i = 0; i < numbers.length; i++) {
      sum += numbers[i] * others[at + i];
    }
    return sum;
  }

  private static void subtract(float factor, float[] numbers, float[] from, int at) {
    int length = numbers.length;
    for (int i = 0; i < length; i++) {
      from[at + i] -= factor * numbers[i];
    }
  }

  private static float step(float rate, float slope, float seen) {
    return rate * slope / (float) Math.sqrt(seen + 1e-2f);
  }
}
