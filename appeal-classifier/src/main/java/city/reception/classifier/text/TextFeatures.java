package city.reception.classifier.text;

import java.util.Arrays;

/**
 * Takes texts apart into features, each a hash: the stem of a word, two neighbouring stems, two
 * stems in each other's company (some words apart, in either order), and two to five letters of a
 * word with its edges. A word counts once in a text, however often it stands there. For one thread,
 * which reads one text after another; nothing is allocated for a text once the buffers have grown
 * to the longest, but for the stem of a word not met lately.
 */
public final class TextFeatures {

  /**
   * Features come in blocks, each brought to length one by itself. The hash's low bits say which.
   */
  public static final int BLOCKS = 3;

  /** The block of stems and of neighbours. */
  public static final int WORDS = 0;

  /** The block of pieces of words. */
  public static final int PIECES = 1;

  /** The block of stems in company. */
  public static final int COMPANY = 2;

  private static final long BLOCK_MASK = 3;

  /** How many words apart stems are in company at most. */
  private static final int WINDOW = 12;

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
  private int[] wordOf = new int[1024];
  private byte[] backs = new byte[1024];
  private long[] stemOf = new long[256];
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
    stemOf = stemOf.length < words.count() ? new long[2 * words.count()] : stemOf;
    for (int w = 0; w < words.count(); w++) {
      int from = words.from(w);
      int to = words.to(w);
      char[] letters = words.letters();
      long word = Hashes.of(letters, from, to);
      long stem = stems.stem(letters, from, to, word);
      stemOf[w] = stem;
      if (words.isNew(word)) {
        distinctWords++;
        add(Hashes.mixed(stem ^ STEM), WORDS, w, 0);
        addPieces(letters, from, to, w);
      }
      for (int back = 1; back <= Math.min(WINDOW, w); back++) {
        long before = stemOf[w - back];
        boolean neighbours = back == 1;
        long pair = neighbours ? ordered(before, stem) : unordered(before, stem);
        if (before != stem && words.isNew(pair)) {
          add(pair, neighbours ? WORDS : COMPANY, w, back);
        }
      }
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
    return (int) (hash & BLOCK_MASK);
  }

  public boolean isStem(int feature) {
    return blockOf(hashes[feature]) == WORDS && backs[feature] == 0;
  }

  /** The number of the word that the feature is of; of a pair, the later. */
  public int wordOf(int feature) {
    return wordOf[feature];
  }

  /** How many words before {@link #wordOf} the other of a pair stands; 0 where there is none. */
  public int back(int feature) {
    return backs[feature];
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

  private static long ordered(long before, long stem) {
    return Hashes.mixed(before * PAIR + stem);
  }

  private static long unordered(long one, long other) {
    return Hashes.mixed((one + other) * PAIR ^ (one ^ other));
  }

  private void addPieces(char[] letters, int from, int to, int word) {
    int end = Math.min(to, from + LONGEST_WORD) + 1;
    for (int start = from - 1; start < end - 1; start++) {
      long hash = Hashes.SEED;
      int last = Math.min(end, start + LONGEST_PIECE);
      for (int i = start; i < last; i++) {
        hash = Hashes.next(hash, i < from || i >= to ? EDGE : letters[i]);
        if (i - start >= SHORTEST_PIECE - 1) {
          add(Hashes.mixed(hash), PIECES, word, 0);
        }
      }
    }
  }

  private void add(long hash, int block, int word, int back) {
    if (count == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * count);
      wordOf = Arrays.copyOf(wordOf, 2 * count);
      backs = Arrays.copyOf(backs, 2 * count);
    }
    hashes[count] = (hash & ~BLOCK_MASK) | block;
    wordOf[count] = word;
    backs[count] = (byte) back;
    count++;
  }
}
