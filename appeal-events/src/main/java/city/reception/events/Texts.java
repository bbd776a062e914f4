package city.reception.events;

import org.jspecify.annotations.Nullable;

/** What every text of the contract must keep to, whoever wrote it. */
public final class Texts {

  private Texts() {}

  /**
   * Whether the text holds a control character other than a tab or a line break. Such characters
   * are never part of what a person wrote, and PostgreSQL cannot store U+0000 at all.
   */
  public static boolean hasControlCharacter(String text) {
    return text.chars()
        .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
  }

  /** Whether the text holds half of a surrogate pair, which no encoding can carry. */
  public static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  static void require(String field, String text, int maxLength) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(field + " is blank");
    }
    requireStorable(field, text, maxLength);
  }

  static void requireIfPresent(String field, @Nullable String text, int maxLength) {
    if (text != null) {
      requireStorable(field, text, maxLength);
    }
  }

  private static void requireStorable(String field, String text, int maxLength) {
    if (text.length() > maxLength) {
      throw new IllegalArgumentException(field + " is longer than " + maxLength + " characters");
    }
    if (hasControlCharacter(text)) {
      throw new IllegalArgumentException(field + " has a control character");
    }
    if (hasLoneSurrogate(text)) {
      throw new IllegalArgumentException(field + " has half of a surrogate pair");
    }
  }
}
