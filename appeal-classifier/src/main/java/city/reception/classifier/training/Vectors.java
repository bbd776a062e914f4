package city.reception.classifier.training;

import city.reception.classifier.LabelledText;
import city.reception.classifier.text.TextFeatures;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The texts of a corpus as the features that enough of them have.
 *
 * @param features by text, the numbers of its features word by word, with repetitions
 * @param ends by text and word, where the word's features end
 * @param values by text, what each of its features counts there: each block is of length one
 * @param hashes by feature, ascending
 * @param idf by feature
 * @param groups by text, a number that texts share which differ in numbers and order at most
 * @param kin by text, a number that texts share which are alike, most often
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; the numbers are many.
record Vectors(
    int[][] features,
    int[][] ends,
    float[][] values,
    long[] hashes,
    float[] idf,
    long[] groups,
    long[] kin) {

  /** A feature of fewer texts says nothing of others. */
  private static final int FEWEST_TEXTS = 2;

  /**
   * Reads the texts.
   *
   * @param most how many features there are at most
   */
  static Vectors of(List<LabelledText> texts, int most) {
    Reading[] readings = new Reading[texts.size()];
    TextFeatures features = new TextFeatures();
    for (int i = 0; i < readings.length; i++) {
      readings[i] = Reading.of(features, texts.get(i).text());
    }
    Frequencies frequencies =
        Frequencies.of(Stream.of(readings).map(Reading::features).toList(), FEWEST_TEXTS, most);
    long[] hashes = frequencies.hashes();
    float[] idf = new float[hashes.length];
    for (int f = 0; f < idf.length; f++) {
      idf[f] =
          (float) Math.sqrt(1 + Math.log((1.0 + readings.length) / (1 + frequencies.texts()[f])));
    }
    int count = readings.length;
    Vectors vectors =
        new Vectors(
            new int[count][],
            new int[count][],
            new float[count][],
            hashes,
            idf,
            new long[count],
            new long[count]);
    for (int i = 0; i < count; i++) {
      vectors.put(i, readings[i]);
    }
    return vectors;
  }

  int texts() {
    return features.length;
  }

  private void put(int text, Reading reading) {
    int[] known = new int[reading.features.length];
    int[] ends = new int[reading.ends.length];
    double[] squares = new double[TextFeatures.BLOCKS];
    int count = 0;
    int from = 0;
    for (int word = 0; word < ends.length; word++) {
      for (int f = from; f < reading.ends[word]; f++) {
        int feature = Arrays.binarySearch(hashes, reading.features[f]);
        if (feature >= 0) {
          known[count++] = feature;
          squares[TextFeatures.blockOf(hashes[feature])] += idf[feature] * idf[feature];
        }
      }
      from = reading.ends[word];
      ends[word] = count;
    }
    features[text] = Arrays.copyOf(known, count);
    this.ends[text] = ends;
    values[text] = new float[count];
    for (int f = 0; f < count; f++) {
      double square = squares[TextFeatures.blockOf(hashes[known[f]])];
      values[text][f] = idf[known[f]] * (float) (1 / Math.sqrt(square));
    }
    groups[text] = reading.group;
    kin[text] = reading.kin;
  }

  /** The features of one text, word by word, with repetitions. */
  @SuppressWarnings("ArrayRecordComponent") // As above.
  private record Reading(long[] features, int[] ends, long group, long kin) {

    static Reading of(TextFeatures read, String text) {
      read.read(text);
      long[] features = new long[64];
      int[] ends = new int[read.words()];
      int count = 0;
      long group = 0;
      // Of two texts, the lowest pair is the same as often as a pair of either is of both
      // (MinHash).
      long kin = Long.MAX_VALUE;
      for (int word = 0; word < ends.length; word++) {
        long stem = read.stem(word);
        long pair = read.pair(word);
        int pieces = stem == TextFeatures.NONE ? 0 : read.readPieces(word);
        if (features.length < count + pieces + 2) {
          features = Arrays.copyOf(features, 2 * (count + pieces + 2));
        }
        if (stem != TextFeatures.NONE) {
          features[count++] = stem;
          group += stem;
        }
        for (int piece = 0; piece < pieces; piece++) {
          features[count++] = read.piece(piece);
        }
        if (pair != TextFeatures.NONE) {
          features[count++] = pair;
          kin = Math.min(kin, pair);
        }
        ends[word] = count;
      }
      return new Reading(
          Arrays.copyOf(features, count), ends, group, kin == Long.MAX_VALUE ? group : kin);
    }
  }
}
