package city.reception.classifier;

import city.reception.classifier.text.TextFeatures;
import java.util.Arrays;

/** What the features of a text say to the units, and these to the topics. For one thread. */
final class TextSums {

  private final Weights weights;
  private final WordSums wordSums;
  private final float[][] blocks;
  private final float[] squares = new float[TextFeatures.BLOCKS];
  private final float[] units;
  private final float[] difference;
  private int[] pairRows = new int[256];
  private int stems;

  TextSums(Weights weights) {
    this.weights = weights;
    this.wordSums = new WordSums(weights);
    this.blocks = new float[TextFeatures.BLOCKS][weights.units];
    this.units = new float[weights.units];
    this.difference = new float[weights.units];
  }

  /** How many of the text's stems the model knows. */
  int stems() {
    return stems;
  }

  /** Writes each topic's score for the features that were read into {@code scores}. */
  void score(TextFeatures features, float[] scores) {
    add(features);
    System.arraycopy(weights.unitBias, 0, units, 0, units.length);
    for (int block = 0; block < TextFeatures.BLOCKS; block++) {
      float factor = factor(block);
      float[] sum = blocks[block];
      for (int unit = 0; unit < units.length; unit++) {
        units[unit] += factor * sum[unit];
      }
    }
    System.arraycopy(weights.bias, 0, scores, 0, scores.length);
    float[] voices = weights.voices;
    for (int unit = 0; unit < units.length; unit++) {
      float sum = units[unit];
      if (sum > 0) {
        int at = unit * scores.length;
        for (int k = 0; k < scores.length; k++) {
          scores[k] += sum * voices[at + k];
        }
      }
    }
  }

  /**
   * By word of the text that was scored last, what it said for {@code topic} and against {@code
   * other}: with the units that were silent left out, all is added up. Of a pair each word gets
   * half.
   */
  void shares(TextFeatures features, int topic, int other, float[] shares) {
    int topics = weights.topics;
    for (int unit = 0; unit < units.length; unit++) {
      int at = unit * topics;
      difference[unit] =
          units[unit] > 0 ? weights.voices[at + topic] - weights.voices[at + other] : 0;
    }
    float ofWords = factor(TextFeatures.WORDS);
    float ofPieces = factor(TextFeatures.PIECES);
    for (int word = 0; word < features.words(); word++) {
      shares[word] = 0;
      if (features.stem(word) != TextFeatures.NONE) {
        int place = wordSums.place(features, word);
        int stem = wordSums.stemRow(place);
        shares[word] += ofPieces * wordSums.dot(place, difference);
        shares[word] += stem < 0 ? 0 : ofWords * weights.dot(stem, difference);
      }
      int pair = pairRows[word];
      if (pair >= 0) {
        float half = ofWords * weights.dot(pair, difference) / 2;
        shares[word] += half;
        shares[word - 1] += half;
      }
    }
  }

  private void add(TextFeatures features) {
    for (float[] block : blocks) {
      Arrays.fill(block, 0);
    }
    Arrays.fill(squares, 0);
    stems = 0;
    int words = features.words();
    pairRows = pairRows.length < words ? new int[2 * words] : pairRows;
    for (int word = 0; word < words; word++) {
      if (features.stem(word) != TextFeatures.NONE) {
        int place = wordSums.place(features, word);
        wordSums.addTo(blocks[TextFeatures.PIECES], place);
        squares[TextFeatures.PIECES] += wordSums.squares(place);
        stems += addRow(wordSums.stemRow(place)) ? 1 : 0;
      }
      pairRows[word] = weights.row(features.pair(word));
      addRow(pairRows[word]);
    }
  }

  private boolean addRow(int row) {
    if (row < 0) {
      return false;
    }
    weights.add(row, blocks[TextFeatures.WORDS]);
    squares[TextFeatures.WORDS] += weights.idf[row] * weights.idf[row];
    return true;
  }

  /** What brings the block to length one. */
  private float factor(int block) {
    return squares[block] == 0 ? 0 : (float) (1 / Math.sqrt(squares[block]));
  }
}
