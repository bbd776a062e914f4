package city.reception.classifier.training;

import city.reception.classifier.LabelledText;
import city.reception.classifier.text.TextFeatures;
import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The texts of a corpus as vectors of the features that enough of them have.
 *
 * @param rows by text, its features in ascending order, the constant one last
 * @param hashes by feature, ascending
 * @param idf by feature
 * @param groups by text, a number that texts share which differ in numbers and order at most
 * @param kin by text, a number that texts share which are alike, most often
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; the numbers are many.
record Vectors(Feature[][] rows, long[] hashes, float[] idf, long[] groups, long[] kin) {

  /** A feature of fewer texts says nothing of others. */
  private static final int FEWEST_TEXTS = 2;

  /** Of two words in company there are many by chance. */
  private static final int FEWEST_IN_COMPANY = 3;

  /** What stands for the topic's own frequency. */
  static final double CONSTANT = 0.5;

  static Vectors of(List<LabelledText> texts) {
    Reading[] readings = new Reading[texts.size()];
    TextFeatures features = new TextFeatures();
    for (int i = 0; i < readings.length; i++) {
      readings[i] = Reading.of(features, texts.get(i).text());
    }
    Frequencies frequencies =
        Frequencies.of(Stream.of(readings).map(Reading::features).toList(), Vectors::fewest);
    long[] hashes = frequencies.hashes();
    float[] idf = new float[hashes.length];
    for (int f = 0; f < idf.length; f++) {
      idf[f] =
          (float) Math.sqrt(1 + Math.log((1.0 + readings.length) / (1 + frequencies.texts()[f])));
    }
    Feature[][] rows = new Feature[readings.length][];
    long[] groups = new long[readings.length];
    long[] kin = new long[readings.length];
    for (int i = 0; i < readings.length; i++) {
      rows[i] = readings[i].vector(hashes, idf);
      groups[i] = readings[i].group;
      kin[i] = readings[i].kin;
    }
    return new Vectors(rows, hashes, idf, groups, kin);
  }

  private static int fewest(long hash) {
    return TextFeatures.blockOf(hash) == TextFeatures.COMPANY ? FEWEST_IN_COMPANY : FEWEST_TEXTS;
  }

  /** The number of features, the constant included. */
  int width() {
    return hashes.length + 1;
  }

  /** The scores that {@code weights} (by feature and topic) give a text. */
  float[] score(int text, float[][] weights) {
    float[] scores = new float[weights[0].length];
    for (Feature feature : rows[text]) {
      float[] row = weights[feature.getIndex() - 1];
      float value = (float) feature.getValue();
      for (int k = 0; k < scores.length; k++) {
        scores[k] += value * row[k];
      }
    }
    return scores;
  }

  /** The features of one text, with repetitions, sorted. */
  @SuppressWarnings("ArrayRecordComponent") // As above.
  private record Reading(long[] features, long group, long kin) {

    static Reading of(TextFeatures read, String text) {
      read.read(text);
      long[] features = new long[read.count()];
      long group = 0;
      // Of two texts, the lowest pair is the same as often as a pair of either is of both
      // (MinHash).
      long kin = Long.MAX_VALUE;
      for (int f = 0; f < features.length; f++) {
        features[f] = read.hash(f);
        group += read.isStem(f) ? read.hash(f) : 0;
        boolean pair = TextFeatures.blockOf(read.hash(f)) == TextFeatures.WORDS && read.back(f) > 0;
        kin = pair ? Math.min(kin, read.hash(f)) : kin;
      }
      Arrays.sort(features);
      return new Reading(features, group, kin == Long.MAX_VALUE ? group : kin);
    }

    Feature[] vector(long[] known, float[] idf) {
      List<FeatureNode> nodes = new ArrayList<>(features.length + 1);
      double[] squares = new double[TextFeatures.BLOCKS];
      int end;
      for (int f = 0; f < features.length; f = end) {
        end = f + 1;
        while (end < features.length && features[end] == features[f]) {
          end++;
        }
        int at = Arrays.binarySearch(known, features[f]);
        if (at >= 0) {
          nodes.add(new FeatureNode(at + 1, (end - f) * idf[at]));
          squares[TextFeatures.blockOf(features[f])] += (end - f) * idf[at] * idf[at];
        }
      }
      for (FeatureNode node : nodes) {
        int block = TextFeatures.blockOf(known[node.getIndex() - 1]);
        node.setValue(node.getValue() / Math.sqrt(squares[block]));
      }
      nodes.add(new FeatureNode(known.length + 1, CONSTANT));
      return nodes.toArray(Feature[]::new);
    }
  }
}
