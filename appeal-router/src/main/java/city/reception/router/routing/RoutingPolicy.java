package city.reception.router.routing;

import city.reception.events.Addressee;
import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import city.reception.events.RoutingDecision;
import city.reception.events.RoutingDecision.Candidate;
import city.reception.events.RoutingDecision.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the committee: the one that the resident named, else the one that the classifier is sure
 * of, else the reception, where a person decides. Looks at the subject and the text only after the
 * addressee, and at nothing else.
 */
public final class RoutingPolicy {

  private static final int SHOWN = 3;

  private final Set<CommitteeId> committees;
  private final Classifier classifier;
  private final double threshold;
  private final double margin;

  /**
   * @param threshold the least score with which a committee is chosen without a person
   * @param margin how many times the runner-up's score the winner's must be
   */
  public RoutingPolicy(
      Set<CommitteeId> committees, Classifier classifier, double threshold, double margin) {
    this.committees = Set.copyOf(committees);
    this.classifier = classifier;
    this.threshold = threshold;
    this.margin = margin;
  }

  /** Where an appeal goes, and why. */
  public RoutingDecision route(@Nullable Addressee addressee, String subject, String text) {
    CommitteeId named = addressee == null ? null : addressee.committee();
    if (named != null && committees.contains(named)) {
      return new RoutingDecision(
          named,
          Rule.ADDRESSEE,
          classifier.version(),
          new LocalizedText("Заявитель указал этот комитет.", "The resident named this committee."),
          List.of());
    }
    List<Candidate> candidates = classifier.classify(subject, text);
    List<Candidate> shown = candidates.subList(0, Math.min(SHOWN, candidates.size()));
    if (candidates.isEmpty() || !isSure(candidates)) {
      return new RoutingDecision(
          CommitteeId.RECEPTION,
          Rule.UNCERTAIN,
          classifier.version(),
          uncertain(candidates),
          shown);
    }
    Candidate winner = candidates.getFirst();
    String terms = terms(winner);
    return new RoutingDecision(
        winner.committee(),
        Rule.CLASSIFIER,
        classifier.version(),
        new LocalizedText(
            "За этот комитет говорят слова: " + terms + ".",
            "These words speak for this committee: " + terms + "."),
        shown);
  }

  private boolean isSure(List<Candidate> candidates) {
    double best = candidates.getFirst().score();
    double second = candidates.size() > 1 ? candidates.get(1).score() : 0;
    return best >= threshold && best >= margin * second;
  }

  private static LocalizedText uncertain(List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      return new LocalizedText(
          "Ни одно слово не указывает на комитет; решает сотрудник приёмной.",
          "No word points to a committee; the reception decides.");
    }
    String leaders =
        candidates.stream()
            .limit(2)
            .map(candidate -> candidate.committee() + " (" + terms(candidate) + ")")
            .collect(Collectors.joining(", "));
    return new LocalizedText(
        "Слова не дают уверенности: " + leaders + "; решает сотрудник приёмной.",
        "The words are not enough to be sure: " + leaders + "; the reception decides.");
  }

  private static String terms(Candidate candidate) {
    return String.join(", ", candidate.terms());
  }
}
