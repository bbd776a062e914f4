package city.reception.classifier.text;

import java.util.Arrays;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * The stem of a word, as a number. Remembers the words it saw lately: most words of a text are the
 * common ones. For one thread.
 */
final class Stems {

  private static final int REMEMBERED = 1 << 16;
  private static final int SHORTEST = 4;
  private static final int LONGEST = 32;

  private final RussianStemmer stemmer = new RussianStemmer();
  private final long[] words = new long[REMEMBERED];
  private final long[] stems = new long[REMEMBERED];

  /**
   * The stem of the folded word in {@code letters}.
   *
   * @param word the hash of the whole word, which is the answer where it has no ending to lose
   */
  long stem(char[] letters, int from, int to, long word) {
    int length = to - from;
    if (length < SHORTEST || length > LONGEST || !Letters.isCyrillic(letters[from])) {
      return word;
    }
    int slot = (int) word & (REMEMBERED - 1);
    if (words[slot] != word) {
      stemmer.setCurrent(Arrays.copyOfRange(letters, from, to), length);
      stemmer.stem();
      stems[slot] = Hashes.of(stemmer.getCurrentBuffer(), 0, stemmer.getCurrentBufferLength());
      words[slot] = word;
    }
    return stems[slot];
  }
}
