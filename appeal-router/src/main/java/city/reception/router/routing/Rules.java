package city.reception.router.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of the installation, in their order: the first that an appeal meets is the one. */
final class Rules {

  private final List<Prepared> rules = new ArrayList<>();

  Rules(List<ExplicitRule> rules) {
    for (ExplicitRule rule : rules) {
      this.rules.add(
          new Prepared(
              rule,
              rule.words().stream().map(Phrase::of).toList(),
              rule.places().stream().map(Phrase::of).toList()));
    }
  }

  Optional<ExplicitRule> firstMetBy(Appeal appeal) {
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    List<String> words = Phrase.words(appeal.subject() + "\n" + appeal.text());
    List<String> place = appeal.place() == null ? List.of() : Phrase.words(appeal.place());
    return rules.stream()
        .filter(prepared -> prepared.isMetBy(appeal, words, place))
        .map(Prepared::rule)
        .findFirst();
  }

  private record Prepared(ExplicitRule rule, List<Phrase> words, List<Phrase> places) {

    boolean isMetBy(Appeal appeal, List<String> text, List<String> place) {
      return (rule.channels().isEmpty() || rule.channels().contains(appeal.channel()))
          && (rule.kinds().isEmpty() || rule.kinds().contains(appeal.kind()))
          && (rule.applicants().isEmpty() || rule.applicants().contains(appeal.applicant()))
          && (words.isEmpty() || words.stream().anyMatch(phrase -> phrase.isIn(text)))
          && (places.isEmpty() || places.stream().anyMatch(phrase -> phrase.isIn(place)));
    }
  }
}
