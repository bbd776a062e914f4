package city.reception.router.campaigns;

import java.util.Arrays;

/**
 * Finds the first shingle of a set in each of many orders. For one thread; nothing is allocated for
 * a shingle.
 */
final class MinHash {

  private static final int[] STEPS = new int[Signature.LENGTH];
  private static final int[] STARTS = new int[Signature.LENGTH];

  static {
    long state = 0x6D61747465727331L;
    for (int i = 0; i < Signature.LENGTH; i++) {
      state += 0x9E3779B97F4A7C15L;
      long drawn = mixed(state);
      STEPS[i] = (int) drawn | 1;
      STARTS[i] = (int) (drawn >>> 32);
    }
  }

  private final int[] firsts = new int[Signature.LENGTH];

  /** Begins a new set. */
  void clear() {
    Arrays.fill(firsts, Integer.MAX_VALUE);
  }

  /** One shingle more. */
  void add(long shingle) {
    int x = (int) (mixed(shingle) >>> 32);
    for (int i = 0; i < Signature.LENGTH; i++) {
      int placed = (x ^ STARTS[i]) * STEPS[i];
      placed = (placed ^ placed >>> 15) * 0x2C1B3C6D;
      firsts[i] = Math.min(firsts[i], placed ^ placed >>> 13);
    }
  }

  /** The first shingle in each order, as it is placed there. */
  int[] firsts() {
    return firsts;
  }

  /** Spreads a number over all its bits. */
  static long mixed(long number) {
    long h = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
    return h ^ (h >>> 31);
  }
}
