package city.reception.classifier.text;

import java.util.Arrays;

/**
 * The words of a text as numbers, for comparing texts: the same number for words that differ in
 * case, in drawn-out letters, or in letters that only look alike. Numbers are left out. For one
 * thread.
 */
public final class FoldedWords {

  private final Words words = new Words();
  private final Stems stems = new Stems();

  /** The words of {@code text}, in their order, single letters and endings included. */
  public long[] words(CharSequence text) {
    return read(text, 1, false);
  }

  /** The stems of the words of {@code text}, in their order, single letters left out. */
  public long[] stems(CharSequence text) {
    return read(text, 2, true);
  }

  private long[] read(CharSequence text, int shortest, boolean stemmed) {
    words.clear();
    words.read(text);
    long[] found = new long[words.count()];
    int count = 0;
    char[] letters = words.letters();
    for (int word = 0; word < words.count(); word++) {
      int from = words.from(word);
      int to = words.to(word);
      if (to - from >= shortest && alike(letters, from, to)) {
        long whole = Hashes.of(letters, from, to);
        found[count++] = stemmed ? stems.stem(letters, from, to, whole) : whole;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /**
   * Takes every Latin letter that looks like a Cyrillic one for that, whatever the rest of the word
   * is: it matters only that both are taken for the same. Says whether there is a letter at all.
   */
  private static boolean alike(char[] letters, int from, int to) {
    boolean written = false;
    for (int i = from; i < to; i++) {
      char c = letters[i];
      if (Letters.isLatin(c)) {
        char meant = Letters.toCyrillic(c);
        letters[i] = meant == Letters.NONE ? c : meant;
      }
      written |= !Letters.isDigit(c);
    }
    return written;
  }
}
