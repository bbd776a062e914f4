package city.reception.classifier;

import city.reception.classifier.Explanation.Word;
import city.reception.classifier.text.TextFeatures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the words that spoke for one topic or for another. For one thread. */
final class Reasons {

  private static final int MOST_WORDS = 6;

  /** Log-odds below which a word said nothing. */
  private static final double LEAST = 0.05;

  private final float stretch;
  private float[] shares = new float[256];

  /**
   * Of one model.
   *
   * @param stretch what makes log-odds of its scores
   */
  Reasons(float stretch) {
    this.stretch = stretch;
  }

  /** Weighs the words of the texts that were read and scored last: each speaks for one of both. */
  void compare(TextFeatures features, TextSums sums, int topic, int other) {
    int words = features.words();
    shares = shares.length < words ? new float[2 * words] : shares;
    sums.shares(features, topic, other, shares);
  }

  /**
   * The words of {@code texts} that spoke for the topic and against the other, weightiest first.
   */
  List<Word> forTopic(TextFeatures features, String... texts) {
    return words(features, 1, texts);
  }

  /**
   * The words of {@code texts} that spoke for the other and against the topic, weightiest first.
   */
  List<Word> forOther(TextFeatures features, String... texts) {
    return words(features, -1, texts);
  }

  private List<Word> words(TextFeatures features, int side, String... texts) {
    List<Word> found = new ArrayList<>(MOST_WORDS);
    Set<String> named = new HashSet<>();
    while (found.size() < MOST_WORDS) {
      int best = weightiest(features.words(), side);
      if (best < 0) {
        break;
      }
      String text = texts[features.textOf(best)];
      String written = text.substring(features.start(best), features.end(best));
      if (named.add(written.toLowerCase(Locale.ROOT))) {
        found.add(new Word(written, side * shares[best] * (double) stretch));
      }
      shares[best] = 0;
    }
    return found;
  }

  /** Of equals the first; -1 where none said anything. */
  private int weightiest(int words, int side) {
    int best = -1;
    float most = 0;
    for (int word = 0; word < words; word++) {
      if (side * shares[word] > most) {
        most = side * shares[word];
        best = word;
      }
    }
    return most * stretch >= LEAST ? best : -1;
  }
}
