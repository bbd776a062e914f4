package city.reception.events;

import java.util.Locale;

/**
 * One text in the two languages of the reception.
 *
 * @param ru the Russian text, which residents and committees read first
 * @param en the English text
 */
public record LocalizedText(String ru, String en) {

  /**
   * The text in the language asked for: English for any English locale, Russian for every other.
   */
  public String in(Locale locale) {
    return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : ru;
  }
}
