package city.reception.classifier.text;

/**
 * Takes texts apart into features, each a hash: the stem of a word, two neighbouring stems, and two
 * to five letters of a word with its edges. A word counts once in a text, however often it stands
 * there. Its pieces follow from the word alone and are read only when asked for, so that whoever
 * remembers a word need not ask. For one thread, which reads one text after another; nothing is
 * allocated for a text once the buffers have grown to the longest, but for the stem of a word not
 * met lately.
 */
public final class TextFeatures {

  /**
   * Features come in blocks, each brought to length one by itself. The hash's low bits say which.
   */
  public static final int BLOCKS = 2;

  /** The block of stems and of neighbours. */
  public static final int WORDS = 0;

  /** The block of pieces of words. */
  public static final int PIECES = 1;

  /** No feature. */
  public static final long NONE = 0;

  private static final long BLOCK_MASK = 3;

  private static final int SHORTEST_PIECE = 2;
  private static final int LONGEST_PIECE = 5;
  private static final char EDGE = ' ';

  /** Letters of a word that are looked at; what is longer is no word. */
  private static final int LONGEST_WORD = 40;

  private static final int MOST_PIECES = (LONGEST_WORD + 2) * (LONGEST_PIECE - SHORTEST_PIECE + 1);

  private static final long STEM = 0x51ED270B9A3C4D1FL;
  private static final long PAIR = 0x2545F4914F6CDD1DL;

  private final Stems stems = new Stems();
  private final Words words = new Words();

  private long[] whole = new long[256];
  private long[] stemOf = new long[256];
  private long[] pairOf = new long[256];
  private final long[] pieces = new long[MOST_PIECES];
  private int distinctWords;

  /** Reads the texts as one; what was read before is forgotten. */
  public void read(CharSequence... texts) {
    distinctWords = 0;
    words.clear();
    for (CharSequence text : texts) {
      words.read(text);
    }
    if (whole.length < words.count()) {
      int size = 2 * words.count();
      whole = new long[size];
      stemOf = new long[size];
      pairOf = new long[size];
    }
    long before = NONE;
    for (int w = 0; w < words.count(); w++) {
      long word = Hashes.of(words.letters(), words.from(w), words.to(w));
      long stem = stems.stem(words.letters(), words.from(w), words.to(w), word);
      boolean first = words.isNew(word);
      distinctWords += first ? 1 : 0;
      whole[w] = word;
      stemOf[w] = first ? feature(Hashes.mixed(stem ^ STEM), WORDS) : NONE;
      long pair = Hashes.mixed(before * PAIR + stem);
      boolean paired = w > 0 && before != stem && words.isNew(pair);
      pairOf[w] = paired ? feature(pair, WORDS) : NONE;
      before = stem;
    }
  }

  /** How many words the texts have. */
  public int words() {
    return words.count();
  }

  /** How many different words they have. */
  public int distinctWords() {
    return distinctWords;
  }

  /** A number for the whole word. */
  public long word(int word) {
    return whole[word];
  }

  /** The word's stem, or {@link #NONE} where the word stood in the texts before. */
  public long stem(int word) {
    return stemOf[word];
  }

  /** The word and its neighbour before it, or {@link #NONE} where they stood together before. */
  public long pair(int word) {
    return pairOf[word];
  }

  /** Reads the pieces of the word, and says how many there are. */
  public int readPieces(int word) {
    char[] letters = words.letters();
    int from = words.from(word);
    int to = words.to(word);
    int end = Math.min(to, from + LONGEST_WORD) + 1;
    int count = 0;
    for (int start = from - 1; start < end - 1; start++) {
      long hash = Hashes.SEED;
      int last = Math.min(end, start + LONGEST_PIECE);
      for (int i = start; i < last; i++) {
        hash = Hashes.next(hash, i < from || i >= to ? EDGE : letters[i]);
        if (i - start >= SHORTEST_PIECE - 1) {
          pieces[count++] = feature(Hashes.mixed(hash), PIECES);
        }
      }
    }
    return count;
  }

  /** One of the pieces that were read last. */
  public long piece(int number) {
    return pieces[number];
  }

  /** The block of the feature with this hash. */
  public static int blockOf(long hash) {
    return (int) (hash & BLOCK_MASK);
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

  private static long feature(long hash, int block) {
    return (hash & ~BLOCK_MASK) | block;
  }
}
