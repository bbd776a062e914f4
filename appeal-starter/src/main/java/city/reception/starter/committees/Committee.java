package city.reception.starter.committees;

import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import java.util.List;

/**
 * A committee of the parliament, or the reception.
 *
 * @param remit what its business is
 * @param topics the topics of the classifier that are its business
 * @param about beginnings of words by which residents name it when they complain of it
 * @param deputies beginnings of its deputies' surnames
 */
public record Committee(
    CommitteeId id,
    LocalizedText name,
    LocalizedText remit,
    List<String> topics,
    List<String> about,
    List<String> deputies) {

  public Committee {
    topics = List.copyOf(topics);
    about = List.copyOf(about);
    deputies = List.copyOf(deputies);
  }
}
