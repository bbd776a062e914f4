package city.reception.events;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every text of the contract must keep to, whoever wrote it. */
public final class Texts {

  private static final Pattern WEB_ADDRESS = Pattern.compile("https://[!-~]+");

  private Texts() {}

  /**
   * Whether the text holds a control character other than a tab or a line break. Such characters
   * are never part of what a person wrote, and PostgreSQL cannot store U+0000 at all.
   */
  public static boolean hasControlCharacter(String text) {
    // Loops here and below, not streams: every character of every text passes through them.
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
        return true;
      }
    }
    return false;
  }

  /** Whether the text holds half of a surrogate pair, which no encoding can carry. */
  public static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          return true;
        }
        i++;
      }
    }
    return false;
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

  /** An address of a page on the web, as one may stand in a letter. */
  static void requireAddressIfPresent(String field, @Nullable String address, int maxLength) {
    if (address != null
        && (address.length() > maxLength || !WEB_ADDRESS.matcher(address).matches())) {
      throw new IllegalArgumentException(
          field + " is not an https address of at most " + maxLength + " characters");
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
