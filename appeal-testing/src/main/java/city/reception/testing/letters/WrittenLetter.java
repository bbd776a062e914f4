package city.reception.testing.letters;

/**
 * A letter of which it is known where it comes from.
 *
 * @param campaign the number of its campaign; {@link #ALONE} where it belongs to none
 */
public record WrittenLetter(String name, String subject, String text, int campaign) {

  /** The campaign of a letter that belongs to none. */
  public static final int ALONE = -1;
}
