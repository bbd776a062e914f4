package city.reception.starter.committees;

import city.reception.events.AppealKind;
import city.reception.events.ApplicantType;
import city.reception.events.CommitteeId;
import java.util.List;
import java.util.Set;

/**
 * A routing rule of the installation. An appeal that meets every condition the rule has goes to its
 * committee; a condition that is empty is none.
 *
 * @param words beginnings of words in the subject or the text
 * @param places beginnings of words in the address of the place
 */
public record Rule(
    String name,
    Set<String> channels,
    Set<AppealKind> kinds,
    Set<ApplicantType> applicants,
    List<String> words,
    List<String> places,
    CommitteeId committee) {

  public Rule {
    channels = Set.copyOf(channels);
    kinds = Set.copyOf(kinds);
    applicants = Set.copyOf(applicants);
    words = List.copyOf(words);
    places = List.copyOf(places);
  }
}
