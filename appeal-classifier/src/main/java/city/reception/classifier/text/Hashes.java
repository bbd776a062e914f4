package city.reception.classifier.text;

/** Numbers for runs of letters. They stand in model files: they never change. */
final class Hashes {

  static final long SEED = 0xcbf29ce484222325L;
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private Hashes() {}

  /** The hash of one letter more. */
  static long next(long hash, int letter) {
    long h = (hash ^ letter) * STEP;
    return h ^ (h >>> 29);
  }

  static long of(char[] letters, int from, int to) {
    long hash = SEED;
    for (int i = from; i < to; i++) {
      hash = next(hash, letters[i]);
    }
    return mixed(hash);
  }

  /** Spreads a hash over all its bits, so that any of them can choose a place in a table. */
  static long mixed(long hash) {
    long h = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
    h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
    return h ^ (h >>> 32);
  }
}
