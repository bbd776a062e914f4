package city.reception.starter.committees;

import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import java.util.Map;

/**
 * A committee of the parliament, or the reception.
 *
 * @param remit what its business is
 * @param vocabulary the beginnings of words (a term of several words matches as many words in a
 *     row) that speak for this committee, each with its weight from 1 to 5
 */
public record Committee(
    CommitteeId id, LocalizedText name, LocalizedText remit, Map<String, Integer> vocabulary) {

  public Committee {
    vocabulary = Map.copyOf(vocabulary);
  }
}
