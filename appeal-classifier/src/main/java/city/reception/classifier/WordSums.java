package city.reception.classifier;

import city.reception.classifier.text.TextFeatures;
import java.util.Arrays;

/**
 * What the pieces of a word say to the units, added up. A word's pieces are always the same, and
 * most words of a text are the common ones, so the sums of words met lately are kept, in half
 * precision: 8 MB with 128 units, whatever texts come. A word has two places to be kept at, and
 * takes the one that was asked for less lately. It changes no answer, only how soon it comes. For
 * one thread.
 */
final class WordSums {

  private static final int KEPT = 1 << 15;
  private static final int FIRST = 256;

  private final Weights weights;
  private final int units;
  private final long[] words = new long[KEPT];

  /** By pair of places, which of the two was asked for last. */
  private final byte[] lately = new byte[KEPT / 2];

  private final int[] stemRows = new int[KEPT];
  private final float[] squares = new float[KEPT];
  private final short[] sums;
  private final float[] sum;
  private int[] rows = new int[FIRST];

  WordSums(Weights weights) {
    this.weights = weights;
    this.units = weights.units;
    this.sums = new short[KEPT * units];
    this.sum = new float[units];
  }

  /** The place of the word's sums, good until the next word is asked for. */
  int place(TextFeatures features, int word) {
    long hash = features.word(word);
    int pair = (int) (hash >>> 16) & (KEPT / 2 - 1);
    int place = 2 * pair;
    if (words[place] != hash) {
      place++;
      if (words[place] != hash) {
        place = 2 * pair + 1 - lately[pair];
        fill(features, word, place);
        words[place] = hash;
      }
    }
    lately[pair] = (byte) (place - 2 * pair);
    return place;
  }

  /** The row of the word's stem, or -1. */
  int stemRow(int place) {
    return stemRows[place];
  }

  /** The sum of the squares of its pieces. */
  float squares(int place) {
    return squares[place];
  }

  void addTo(float[] total, int place) {
    int at = place * units;
    for (int unit = 0; unit < units; unit++) {
      total[unit] += Float.float16ToFloat(sums[at + unit]);
    }
  }

  float dot(int place, float[] by) {
    int at = place * units;
    float total = 0;
    for (int unit = 0; unit < units; unit++) {
      total += Float.float16ToFloat(sums[at + unit]) * by[unit];
    }
    return total;
  }

  private void fill(TextFeatures features, int word, int place) {
    stemRows[place] = weights.row(features.stem(word));
    int count = features.readPieces(word);
    rows = rows.length < count ? new int[2 * count] : rows;
    // First all rows are looked up, then all are read: the processor waits for many at once.
    for (int piece = 0; piece < count; piece++) {
      rows[piece] = weights.row(features.piece(piece));
    }
    Arrays.fill(sum, 0);
    float square = 0;
    for (int piece = 0; piece < count; piece++) {
      int row = rows[piece];
      if (row >= 0) {
        weights.add(row, sum);
        square += weights.idf[row] * weights.idf[row];
      }
    }
    squares[place] = square;
    int at = place * units;
    for (int unit = 0; unit < units; unit++) {
      sums[at + unit] = Float.floatToFloat16(sum[unit]);
    }
  }
}
