package city.reception.classifier.text;

import java.util.Arrays;

/**
 * Takes texts apart into features, each the hash of a stem, of two neighbouring stems, or of two to
 * five letters of a word with its edges. A word counts once in a text, however often it stands
 * there. For one thread, which reads one text after another; nothing is allocated for a text once
 * the buffers have grown to the longest.
 */
public final class TextFeatures {

  /** Features come in two blocks, each brought to length one by itself. */
  public static final int BLOCKS = 2;

  /** The block of stems and of pairs of stems. */
  public static final int WORDS = 0;

  /** The block of pieces of words. */
  public static final int PIECES = 1;

  /** The lowest bit of a kind is the block. */
  private static final byte STEM_KIND = 0;

  private static final byte PIECE_KIND = 1;
  private static final byte PAIR_KIND = 2;

  private static final int SHORTEST_PIECE = 2;
  private static final int LONGEST_PIECE = 5;
  private static final char EDGE = ' ';

  /** Letters of a word that are looked at; what is longer is no word. */
  private static final int LONGEST_WORD = 40;

  private static final long STEM = 0x51ED270B9A3C4D1FL;
  private static final long PAIR = 0x2545F4914F6CDD1DL;

  private final Stems stems = new Stems();
  private final Words words = new Words();

  private long[] hashes = new long[1024];
  private byte[] kinds = new byte[1024];
  private int[] wordOf = new int[1024];
  private int count;
  private int distinctWords;

  /** Reads the texts as one; what was read before is forgotten. */
  public void read(CharSequence... texts) {
    count = 0;
    distinctWords = 0;
    words.clear();
    for (CharSequence text : texts) {
      words.read(text);
    }
    long before = 0;
    for (int w = 0; w < words.count(); w++) {
      int from = words.from(w);
      int to = words.to(w);
      char[] letters = words.letters();
      long word = Hashes.of(letters, from, to);
      long stem = stems.stem(letters, from, to, word);
      if (words.isNew(word)) {
        distinctWords++;
        add(Hashes.mixed(stem ^ STEM), STEM_KIND, w);
        addPieces(letters, from, to, w);
      }
      if (w > 0) {
        long pair = Hashes.mixed(before * PAIR + stem);
        if (words.isNew(pair)) {
          add(pair, PAIR_KIND, w);
        }
      }
      before = stem;
    }
  }

  /** How many features the text has, those included that come more than once. */
  public int count() {
    return count;
  }

  public long hash(int feature) {
    return hashes[feature];
  }

  /** The block of the feature with this hash. */
  public static int blockOf(long hash) {
    return (int) hash & 1;
  }

  public boolean isStem(int feature) {
    return kinds[feature] == STEM_KIND;
  }

  /** Whether the feature is of two words: {@link #wordOf} and the one before. */
  public boolean isPair(int feature) {
    return kinds[feature] == PAIR_KIND;
  }

  /** The number of the word that the feature is of; of a pair, the second. */
  public int wordOf(int feature) {
    return wordOf[feature];
  }

  /** How many words the texts have. */
  public int words() {
    return words.count();
  }

  /** How many different words they have. */
  public int distinctWords() {
    return distinctWords;
  }

  /** Where in its text the word begins. */
  public int start(int word) {
    return words.start(word);
  }

  /** Where in its text the word ends. */
  public int end(int word) {
    return words.end(word);
  }

  /** Which of the texts the word stands in. */
  public int textOf(int word) {
    return words.textOf(word);
  }

  private void addPieces(char[] letters, int from, int to, int word) {
    int end = Math.min(to, from + LONGEST_WORD) + 1;
    for (int start = from - 1; start < end - 1; start++) {
      long hash = Hashes.SEED;
      int last = Math.min(end, start + LONGEST_PIECE);
      for (int i = start; i < last; i++) {
        hash = Hashes.next(hash, i < from || i >= to ? EDGE : letters[i]);
        if (i - start >= SHORTEST_PIECE - 1) {
          add(Hashes.mixed(hash), PIECE_KIND, word);
        }
      }
    }
  }

  private void add(long hash, byte kind, int word) {
    if (count == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * count);
      kinds = Arrays.copyOf(kinds, 2 * count);
      wordOf = Arrays.copyOf(wordOf, 2 * count);
    }
    hashes[count] = (hash & ~1L) | (kind & 1);
    kinds[count] = kind;
    wordOf[count] = word;
    count++;
  }
}
