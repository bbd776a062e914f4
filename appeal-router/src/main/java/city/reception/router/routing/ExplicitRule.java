package city.reception.router.routing;

import city.reception.events.AppealKind;
import city.reception.events.ApplicantType;
import city.reception.events.CommitteeId;
import java.util.List;
import java.util.Set;

/**
 * A rule of the installation: an appeal that meets every condition that the rule has goes to its
 * committee. An empty condition is none; one with several entries is met by any of them.
 *
 * @param words beginnings of words in the subject or the text
 * @param places beginnings of words in the address of the place that the appeal is about
 */
public record ExplicitRule(
    String name,
    Set<String> channels,
    Set<AppealKind> kinds,
    Set<ApplicantType> applicants,
    List<String> words,
    List<String> places,
    CommitteeId committee) {

  /**
   * Checks that the rule is one.
   *
   * @throws IllegalArgumentException when it has no condition, or one that nothing can meet
   */
  public ExplicitRule {
    channels = Set.copyOf(channels);
    kinds = Set.copyOf(kinds);
    applicants = Set.copyOf(applicants);
    words = List.copyOf(words);
    places = List.copyOf(places);
    if (channels.isEmpty()
        && kinds.isEmpty()
        && applicants.isEmpty()
        && words.isEmpty()
        && places.isEmpty()) {
      throw new IllegalArgumentException("it has no condition, so every appeal would meet it");
    }
    words.forEach(Phrase::of);
    places.forEach(Phrase::of);
  }
}
