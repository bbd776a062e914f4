package city.reception.router.routing;

import city.reception.events.Addressee;
import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import city.reception.events.RoutingDecision;
import city.reception.events.RoutingDecision.Basis;
import city.reception.events.RoutingDecision.RemitMismatch;
import city.reception.events.RoutingDecision.Rule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the committee. In order of precedence: the one that the resident named, or whose deputy
 * they did; the first rule of the installation that the appeal meets; the one that the classifier
 * is sure of; the reception, where a person decides. Whatever was chosen, a complaint never goes to
 * those it is about (59-FZ, article 8.6): it goes to the reception too.
 */
public final class RoutingPolicy {

  private final RoutingTable table;
  private final Classifier classifier;
  private final Rules rules;
  private final Complaints complaints;

  public RoutingPolicy(RoutingTable table, Classifier classifier) {
    this.table = table;
    this.classifier = classifier;
    this.rules = new Rules(table.rules());
    this.complaints = new Complaints(table);
  }

  private record Choice(
      CommitteeId committee,
      Rule rule,
      LocalizedText explanation,
      @Nullable String configuredRule,
      @Nullable RemitMismatch mismatch) {}

  /** Where an appeal goes, and why. */
  public RoutingDecision route(Appeal appeal) {
    Reading reading = new Reading(classifier.classify(appeal.subject(), appeal.text()), table);
    Choice choice = choose(appeal, reading);
    Complaints.Found found = complaints.in(appeal);
    if (concerns(found, choice.committee())) {
      return decision(
          new Choice(
              CommitteeId.RECEPTION,
              Rule.UNCERTAIN,
              Explanations.complaint(table.name(choice.committee())),
              choice.configuredRule(),
              choice.mismatch()),
          reading,
          choice.committee());
    }
    return decision(choice, reading, null);
  }

  /** The version of the classifier that it asks. */
  public String classifierVersion() {
    return classifier.version();
  }

  private Choice choose(Appeal appeal, Reading reading) {
    Optional<CommitteeId> named = named(appeal.addressee());
    if (named.isPresent()) {
      return addressed(named.get(), appeal.addressee(), reading);
    }
    return rules
        .firstMetBy(appeal)
        .map(RoutingPolicy::byRule)
        .orElseGet(() -> byClassifier(reading));
  }

  private Optional<CommitteeId> named(@Nullable Addressee addressee) {
    if (addressee == null) {
      return Optional.empty();
    }
    if (addressee.committee() != null && table.has(addressee.committee())) {
      return Optional.of(addressee.committee());
    }
    return addressee.deputy() == null ? Optional.empty() : table.ofDeputy(addressee.deputy());
  }

  private Choice addressed(CommitteeId named, @Nullable Addressee addressee, Reading reading) {
    boolean byDeputy = addressee != null && !named.equals(addressee.committee());
    RemitMismatch mismatch =
        reading
            .best()
            .filter(Reading.Leaning::sure)
            .filter(leaning -> !leaning.committee().equals(named))
            .map(leaning -> new RemitMismatch(leaning.committee(), leaning.probability()))
            .orElse(null);
    LocalizedText explanation = Explanations.addressee(byDeputy);
    return new Choice(
        named,
        Rule.ADDRESSEE,
        mismatch == null
            ? explanation
            : Explanations.mismatch(explanation, table.name(mismatch.committee()), mismatch),
        null,
        mismatch);
  }

  private static Choice byRule(ExplicitRule rule) {
    return new Choice(
        rule.committee(),
        rule.committee().equals(CommitteeId.RECEPTION) ? Rule.UNCERTAIN : Rule.CLASSIFIER,
        Explanations.rule(rule.name()),
        rule.name(),
        null);
  }

  private Choice byClassifier(Reading reading) {
    return reading
        .best()
        .filter(Reading.Leaning::sure)
        .map(leaning ->
            new Choice(
                leaning.committee(), Rule.CLASSIFIER, Explanations.sure(leaning), null, null))
        .orElseGet(() ->
            new Choice(
                CommitteeId.RECEPTION,
                Rule.UNCERTAIN,
                Explanations.uncertain(reading, table),
                null,
                null));
  }

  private static boolean concerns(Complaints.Found found, CommitteeId chosen) {
    // Of a deputy whose committee nobody knows, any committee may be the one.
    return !chosen.equals(CommitteeId.RECEPTION)
        && (found.committees().contains(chosen)
            || (found.ofAddressee() && found.committees().isEmpty()));
  }

  private RoutingDecision decision(
      Choice choice, Reading reading, @Nullable CommitteeId complaintAbout) {
    return new RoutingDecision(
        choice.committee(),
        choice.rule(),
        classifier.version(),
        choice.explanation(),
        reading.candidates(),
        new Basis(reading.topics(), choice.configuredRule(), complaintAbout, choice.mismatch()));
  }
}
