package city.reception.router.campaigns;

/** Reads the words of a text so that those count as equal that a person would read as equal. */
public interface Folding {

  /**
   * The words of {@code text} by their stems, in their order, each as a number; numbers and single
   * letters are left out.
   */
  long[] stems(CharSequence text);

  /** Every word of {@code text} with its ending, in their order, each as a number. */
  long[] words(CharSequence text);
}
