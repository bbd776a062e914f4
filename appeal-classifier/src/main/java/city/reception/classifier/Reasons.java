package city.reception.classifier;

import city.reception.classifier.Explanation.Word;
import city.reception.classifier.text.TextFeatures;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Adds up, word by word, what spoke for one topic and against another. */
record Reasons(Weights weights, float stretch) {

  private static final int MOST_WORDS = 6;

  /** Log-odds below which a word said nothing. */
  private static final double LEAST = 0.05;

  /** The words of {@code texts}, as read into {@code features}, that spoke for a topic. */
  List<Word> words(
      TextFeatures features, Weights.Sums sums, int topic, int other, String... texts) {
    double[] shares = shares(features, sums, topic, other);
    Set<String> named = new HashSet<>();
    return IntStream.range(0, shares.length)
        .filter(w -> shares[w] >= LEAST)
        .mapToObj(w ->
            new Word(
                texts[features.textOf(w)].substring(features.start(w), features.end(w)), shares[w]))
        .sorted(Comparator.comparingDouble(Word::weight).reversed())
        .filter(word -> named.add(word.written().toLowerCase(Locale.ROOT)))
        .limit(MOST_WORDS)
        .toList();
  }

  private double[] shares(TextFeatures features, Weights.Sums sums, int topic, int other) {
    double[] shares = new double[features.words()];
    for (int f = 0; f < features.count(); f++) {
      int row = weights.row(features.hash(f));
      if (row >= 0) {
        double difference = weights.weight(row, topic) - weights.weight(row, other);
        double share = difference * sums.factor(TextFeatures.blockOf(features.hash(f))) * stretch;
        int word = features.wordOf(f);
        // Of a pair each word gets half; a single word is its own other half.
        shares[word] += share / 2;
        shares[word - features.back(f)] += share / 2;
      }
    }
    return shares;
  }
}
