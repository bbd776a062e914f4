package city.reception.router.lifecycle;

import city.reception.events.LocalizedText;

/**
 * A span of days that the law names.
 *
 * @param days at least 1
 * @param article where it stands
 */
public record Term(int days, LocalizedText article) {

  public Term {
    if (days < 1) {
      throw new IllegalArgumentException("a term has at least one day");
    }
  }
}
