package city.reception.classifier;

import city.reception.classifier.text.TextFeatures;
import java.util.Arrays;

/**
 * The linear model: for each feature a number for each topic, eight bits each with a scale for the
 * row. Found by the feature's hash in a table of open addresses. Never changes.
 */
public final class Weights {

  /** A place of the table holds the row in the low bits and the hash's other bits above. */
  private static final int ROW_BITS = 24;

  private static final long ROW_MASK = (1L << ROW_BITS) - 1;
  public static final int MOST_ROWS = 1 << (ROW_BITS - 1);

  private final int topics;
  final long[] hashes;
  final float[] idf;
  final float[] scales;
  final byte[] weights;
  final float[] bias;

  private final long[] table;
  private final float[] squares;

  /**
   * The arrays belong to the new object.
   *
   * @param hashes of the features, ascending
   * @param idf how telling each feature is by being rare
   * @param scales what a row's weights are multiplied with, idf included
   * @param weights by row and topic
   * @param bias by topic
   */
  public Weights(long[] hashes, float[] idf, float[] scales, byte[] weights, float[] bias) {
    this.topics = bias.length;
    this.hashes = hashes;
    this.idf = idf;
    this.scales = scales;
    this.weights = weights;
    this.bias = bias;
    this.table = table(hashes);
    this.squares = new float[idf.length];
    for (int row = 0; row < idf.length; row++) {
      squares[row] = idf[row] * idf[row];
    }
  }

  int topics() {
    return topics;
  }

  /** The feature's row, or -1. */
  int row(long hash) {
    int mask = table.length - 1;
    int slot = (int) (hash >>> ROW_BITS) & mask;
    while (true) {
      long entry = table[slot];
      if (entry == 0) {
        return -1;
      }
      if ((entry ^ hash) >>> ROW_BITS == 0) {
        return (int) (entry & ROW_MASK) - 1;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** Writes each topic's score for the features that were read into {@code scores}. */
  void score(TextFeatures features, Sums sums, float[] scores) {
    sums.clear();
    int count = features.count();
    for (int f = 0; f < count; f++) {
      int row = row(features.hash(f));
      if (row >= 0) {
        sums.add(TextFeatures.blockOf(features.hash(f)), row);
        sums.stems += features.isStem(f) ? 1 : 0;
      }
    }
    for (int k = 0; k < topics; k++) {
      scores[k] = bias[k];
    }
    for (int block = 0; block < TextFeatures.BLOCKS; block++) {
      float factor = sums.factor(block);
      float[] sum = sums.sums[block];
      for (int k = 0; k < topics; k++) {
        scores[k] += factor * sum[k];
      }
    }
  }

  /** What the row says for {@code topic}, before its block is brought to length one. */
  float weight(int row, int topic) {
    return scales[row] * weights[row * topics + topic];
  }

  /** What is added up for one text. For one thread. */
  final class Sums {

    private final float[][] sums = new float[TextFeatures.BLOCKS][topics];
    private final float[] squared = new float[TextFeatures.BLOCKS];
    private int stems;

    /** How many of the text's stems the model knows. */
    int stems() {
      return stems;
    }

    /** What brings the block to length one. */
    float factor(int block) {
      return squared[block] == 0 ? 0 : (float) (1 / Math.sqrt(squared[block]));
    }

    private void clear() {
      for (float[] sum : sums) {
        Arrays.fill(sum, 0);
      }
      Arrays.fill(squared, 0);
      stems = 0;
    }

    private void add(int block, int row) {
      float[] sum = sums[block];
      float scale = scales[row];
      int at = row * topics;
      for (int k = 0; k < topics; k++) {
        sum[k] += scale * weights[at + k];
      }
      squared[block] += squares[row];
    }
  }

  private static long[] table(long[] hashes) {
    int size = Integer.highestOneBit(Math.max(8, hashes.length) * 2 - 1) << 1;
    long[] table = new long[size];
    for (int row = 0; row < hashes.length; row++) {
      int slot = (int) (hashes[row] >>> ROW_BITS) & (size - 1);
      while (table[slot] != 0) {
        slot = (slot + 1) & (size - 1);
      }
      table[slot] = (hashes[row] & ~ROW_MASK) | (row + 1);
    }
    return table;
  }
}
