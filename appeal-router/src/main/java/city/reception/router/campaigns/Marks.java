package city.reception.router.campaigns;

/**
 * What is remembered of a letter. Nobody can read the letter, or who wrote it, out of it; but
 * whoever has a name can see whether it may be that name.
 */
public final class Marks {

  private final long applicant;
  private final Signature signature;
  private final long[] keys;

  public Marks(long applicant, Signature signature, long[] keys) {
    this.applicant = applicant;
    this.signature = signature;
    this.keys = keys;
  }

  /** The same for everybody of this kind and name; it is also the key under which to look. */
  public long applicant() {
    return applicant;
  }

  public Signature signature() {
    return signature;
  }

  /**
   * The keys under which letters of much the same text are found: two letters share one of them the
   * more likely, the more alike they are. None where the text is too short to be a campaign's.
   */
  public long[] keys() {
    return keys.clone();
  }

  /** Whether it is long enough to be one of a campaign. */
  public boolean isComparable() {
    return keys.length > 0;
  }
}
