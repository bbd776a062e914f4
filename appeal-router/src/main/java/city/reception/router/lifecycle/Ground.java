package city.reception.router.lifecycle;

import city.reception.events.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What a ground for refusing an answer on the substance means.
 *
 * @param article where it stands
 * @param days within how many days from registration the resident is told; null where the law does
 *     not say
 * @param told what the resident is told, without a full stop: the article follows
 */
public record Ground(LocalizedText article, @Nullable Integer days, LocalizedText told) {
  public Ground {
    if (days != null && days < 1) {
      throw new IllegalArgumentException("a term has at least one day");
    }
  }

  /** What the resident is told, with the article. */
  LocalizedText explanation() {
    return new LocalizedText(
        told.ru() + " (" + article.ru() + ").", told.en() + " (" + article.en() + ").");
  }
}
