package city.reception.classifier.text;

import java.text.Normalizer;

/**
 * How letters are read: without case, without the dots of ё and other marks, and one alphabet a
 * word. People type Latin letters that look like Cyrillic ones, and the reverse; both are put right
 * where the rest of the word says which was meant.
 */
final class Letters {

  /** Nothing that belongs to a word. */
  static final char NONE = 0;

  /** What stands in a word without being written: soft hyphens, stress marks, joiners. */
  static final char SKIPPED = 1;

  private static final char BREVE = '\u0306';
  private static final int TABLE = 0x530;
  private static final char[] FOLDED = new char[TABLE];

  private static final String LATIN = "abcehkmoptxyu3046";
  private static final String CYRILLIC = "авсенкмортхуизоч6";
  private static final String LATIN_OF_CYRILLIC = "abcehkmoptxy";
  private static final char[] TO_CYRILLIC = new char[128];
  private static final char[] TO_LATIN = new char[TABLE];

  static {
    for (char c = 0; c < TABLE; c++) {
      FOLDED[c] = foldedSlowly(c);
    }
    for (int i = 0; i < LATIN.length() - 1; i++) {
      TO_CYRILLIC[LATIN.charAt(i)] = CYRILLIC.charAt(i);
    }
    for (int i = 0; i < LATIN_OF_CYRILLIC.length(); i++) {
      TO_LATIN[CYRILLIC.charAt(i)] = LATIN_OF_CYRILLIC.charAt(i);
    }
  }

  private Letters() {}

  /** The letter or digit that {@code c} is read as, {@link #NONE} or {@link #SKIPPED}. */
  static char folded(char c) {
    return c < TABLE ? FOLDED[c] : foldedSlowly(c);
  }

  /** Whether {@code mark} after the letter {@code before} makes another letter of it. */
  static boolean isShortI(char before, char mark) {
    return before == 'и' && mark == BREVE;
  }

  static boolean isCyrillic(char folded) {
    return folded >= '\u0400' && folded < TABLE;
  }

  static boolean isLatin(char folded) {
    return folded >= 'a' && folded <= 'z';
  }

  static boolean isDigit(char folded) {
    return folded >= '0' && folded <= '9';
  }

  /** The Cyrillic letter that looks like a Latin one or a digit, or {@link #NONE}. */
  static char toCyrillic(char folded) {
    return folded < TO_CYRILLIC.length ? TO_CYRILLIC[folded] : NONE;
  }

  /** The Latin letter that looks like a Cyrillic one, or {@link #NONE}. */
  static char toLatin(char folded) {
    return folded < TO_LATIN.length ? TO_LATIN[folded] : NONE;
  }

  private static char foldedSlowly(char c) {
    if (c == '\u00AD' || (c >= '\u200B' && c <= '\u200D') || c == '\u2060' || c == '\uFEFF') {
      return SKIPPED;
    }
    if (c >= '\u0300' && c <= '\u036F') {
      return SKIPPED;
    }
    if (Character.isDigit(c)) {
      return (char) ('0' + Character.digit(c, 10));
    }
    if (!Character.isLetter(c)) {
      return NONE;
    }
    char lower = Character.toLowerCase(c);
    if (lower == 'й' || Character.isSurrogate(lower)) {
      return lower;
    }
    // The letter without its marks, so that it does not matter how they were encoded.
    return Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD).charAt(0);
  }
}
