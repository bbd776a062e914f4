package city.reception.classifier;

import city.reception.classifier.Explanation.Word;
import city.reception.classifier.text.TextFeatures;
import java.util.ArrayList;
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

  Explanation explain(
      TextFeatures features,
      Weights.Sums sums,
      Classification classification,
      int winner,
      int runnerUp,
      String... texts) {
    double[] shares = shares(features, sums, winner, runnerUp);
    List<Word> words = new ArrayList<>();
    for (int w = 0; w < shares.length; w++) {
      String written = texts[features.textOf(w)].substring(features.start(w), features.end(w));
      words.add(new Word(written, shares[w]));
    }
    return new Explanation(classification, heaviest(words, 1), heaviest(words, -1));
  }

  private double[] shares(TextFeatures features, Weights.Sums sums, int winner, int runnerUp) {
    double[] shares = new double[features.words()];
    for (int f = 0; f < features.count(); f++) {
      int row = weights.row(features.hash(f));
      if (row >= 0) {
        double difference = weights.weight(row, winner) - weights.weight(row, runnerUp);
        double share = difference * sums.factor(TextFeatures.blockOf(features.hash(f))) * stretch;
        int word = features.wordOf(f);
        if (features.isPair(f)) {
          shares[word] += share / 2;
          shares[word - 1] += share / 2;
        } else {
          shares[word] += share;
        }
      }
    }
    return shares;
  }

  private static List<Word> heaviest(List<Word> words, int sign) {
    Set<String> named = new HashSet<>();
    return IntStream.range(0, words.size())
        .mapToObj(words::get)
        .map(word -> new Word(word.written(), sign * word.weight()))
        .filter(word -> word.weight() >= LEAST)
        .sorted(Comparator.comparingDouble(Word::weight).reversed())
        .filter(word -> named.add(word.written().toLowerCase(Locale.ROOT)))
        .limit(MOST_WORDS)
        .toList();
  }
}
