package city.reception.router.routing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The beginnings of one or several words in a row: 'комисси по образован' stands in 'комиссию по
 * образованию'. Letter case and the dots of ё do not matter.
 */
record Phrase(List<String> beginnings) {

  /**
   * Reads a phrase.
   *
   * @throws IllegalArgumentException when there is no word in it
   */
  static Phrase of(String text) {
    List<String> words = words(text);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("'" + text + "' has no word");
    }
    return new Phrase(words);
  }

  /** The words of a text, as phrases are compared with them. */
  static List<String> words(String text) {
    String folded = folded(text);
    return words(folded, 0, folded.length());
  }

  /** A text without what does not matter. */
  static String folded(String text) {
    // Composed first: some systems write ё and й as a letter and a mark of its own.
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return composed.toLowerCase(Locale.ROOT).replace('ё', 'е');
  }

  /** The words of a part of a folded text. By hand, not by a pattern: this reads every letter. */
  static List<String> words(String folded, int from, int to) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int at = from; at < to; ) {
      int symbol = folded.codePointAt(at);
      boolean inWord = (symbol >= 'а' && symbol <= 'я') || Character.isLetterOrDigit(symbol);
      if (inWord && start < 0) {
        start = at;
      } else if (!inWord && start >= 0) {
        words.add(folded.substring(start, at));
        start = -1;
      }
      at += Character.charCount(symbol);
    }
    if (start >= 0) {
      words.add(folded.substring(start, to));
    }
    return words;
  }

  boolean isIn(List<String> words) {
    return isIn(words, 0, words.size());
  }

  /** Whether it begins at one of the places from {@code from}, before {@code to}. */
  boolean isIn(List<String> words, int from, int to) {
    for (int at = Math.max(0, from); at < Math.min(to, words.size()); at++) {
      if (beginsAt(words, at)) {
        return true;
      }
    }
    return false;
  }

  boolean beginsAt(List<String> words, int at) {
    if (at + beginnings.size() > words.size()) {
      return false;
    }
    for (int i = 0; i < beginnings.size(); i++) {
      if (!words.get(at + i).startsWith(beginnings.get(i))) {
        return false;
      }
    }
    return true;
  }
}
