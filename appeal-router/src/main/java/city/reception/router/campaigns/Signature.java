package city.reception.router.campaigns;

/**
 * A set of shingles, so condensed that two signatures tell how much the sets have in common
 * (MinHash; Broder 1997). Of each of {@link #LENGTH} orders over all shingles it holds the first
 * one of the set; two sets agree in a place with a probability that is their Jaccard index. Kept
 * are the low eight bits of each place (b-bit MinHash; Li and König 2010), so that chance agrees in
 * one place of 256, which {@link #similarity} takes into account.
 *
 * <p>Signatures stand in the database: how they are made never changes.
 */
public final class Signature {

  /** Bytes of a signature. With so many an estimate errs by 0.045 at worst (standard error). */
  public static final int LENGTH = 128;

  private static final double CHANCE = 1.0 / 256;

  private final byte[] places;

  private Signature(byte[] places) {
    this.places = places;
  }

  /** The signature of which these are the bytes. */
  public static Signature of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a signature has " + LENGTH + " bytes");
    }
    return new Signature(bytes.clone());
  }

  /** Takes over the low bits of {@code firsts}. */
  static Signature condensed(int[] firsts) {
    byte[] places = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      places[i] = (byte) firsts[i];
    }
    return new Signature(places);
  }

  public byte[] bytes() {
    return places.clone();
  }

  /** How much both have in common, estimated: 1 for equal sets, about 0 for strangers. */
  public double similarity(Signature other) {
    int equal = 0;
    for (int i = 0; i < LENGTH; i++) {
      equal += places[i] == other.places[i] ? 1 : 0;
    }
    return Math.max(0, ((double) equal / LENGTH - CHANCE) / (1 - CHANCE));
  }
}
