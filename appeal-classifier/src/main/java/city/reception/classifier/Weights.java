package city.reception.classifier;

import city.reception.classifier.text.TextFeatures;

/**
 * The network: for each feature a number for each unit, eight bits each with a scale for the row. A
 * unit adds up what the features of a text say to it, and speaks for topics where the sum is above
 * nought. Found by the feature's hash in a table of open addresses. Never changes.
 */
public final class Weights {

  /** No more units are read from a file. */
  static final int MOST_UNITS = 1024;

  /** A place of the table holds the row in the low bits and the hash's other bits above. */
  private static final int ROW_BITS = 24;

  private static final long ROW_MASK = (1L << ROW_BITS) - 1;
  public static final int MOST_ROWS = 1 << (ROW_BITS - 1);

  final int units;
  final int topics;
  final long[] hashes;
  final float[] idf;
  final float[] scales;
  final byte[] weights;
  final float[] unitBias;
  final float[] voices;
  final float[] bias;

  private final long[] table;

  /**
   * The arrays belong to the new object.
   *
   * @param hashes of the features, ascending
   * @param idf how telling each feature is by being rare
   * @param scales what a row's weights are multiplied with, idf included
   * @param weights by row and unit
   * @param unitBias by unit, what its sum begins with
   * @param voices by unit and topic, what a unit's sum is multiplied with
   * @param bias by topic
   */
  public Weights(
      long[] hashes,
      float[] idf,
      float[] scales,
      byte[] weights,
      float[] unitBias,
      float[] voices,
      float[] bias) {
    this.units = unitBias.length;
    this.topics = bias.length;
    this.hashes = hashes;
    this.idf = idf;
    this.scales = scales;
    this.weights = weights;
    this.unitBias = unitBias;
    this.voices = voices;
    this.bias = bias;
    this.table = table(hashes);
  }

  /** The feature's row, or -1. */
  int row(long hash) {
    if (hash == TextFeatures.NONE) {
      return -1;
    }
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

  /** Adds what the row says to each unit to {@code sums}. */
  void add(int row, float[] sums) {
    float scale = scales[row];
    int from = row * units;
    for (int unit = 0; unit < units; unit++) {
      sums[unit] += scale * weights[from + unit];
    }
  }

  /** What the row says to the units, each multiplied with its number in {@code by}. */
  float dot(int row, float[] by) {
    int from = row * units;
    float sum = 0;
    for (int unit = 0; unit < units; unit++) {
      sum += weights[from + unit] * by[unit];
    }
    return scales[row] * sum;
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
