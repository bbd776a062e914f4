package city.reception.router.routing;

import static city.reception.events.CommitteeId.RECEPTION;

import city.reception.events.CommitteeId;
import city.reception.events.RoutingDecision.Candidate;
import city.reception.events.RoutingDecision.TopicProbability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a classifier saw in a text, summed up by committee: a committee is as likely as its topics
 * together. The likeliest is sure when the classifier is certain of one of its topics.
 */
final class Reading {

  private static final int CANDIDATES = 3;
  private static final int TOPICS = 5;
  private static final double WORTH_SHOWING = 0.01;
  private static final double DECIMALS = 10_000;

  private final List<TopicProbability> topics = new ArrayList<>();
  private final List<Leaning> leanings;

  /** What speaks for one committee. */
  record Leaning(CommitteeId committee, double probability, boolean sure, List<String> terms) {}

  Reading(Classifier.Answer answer, RoutingTable table) {
    Map<CommitteeId, List<Classifier.Topic>> byCommittee = new LinkedHashMap<>();
    for (Classifier.Topic topic : answer.topics()) {
      CommitteeId holder = table.holderOf(topic.name());
      byCommittee.computeIfAbsent(holder, committee -> new ArrayList<>()).add(topic);
      if (topics.isEmpty() || (topics.size() < TOPICS && topic.probability() >= WORTH_SHOWING)) {
        topics.add(
            new TopicProbability(topic.name(), holder, shown(topic.probability()), topic.terms()));
      }
    }
    CommitteeId certain =
        answer.certain() ? table.holderOf(answer.topics().getFirst().name()) : RECEPTION;
    List<Leaning> summed = new ArrayList<>();
    byCommittee.forEach((committee, theirs) -> summed.add(leaning(committee, theirs, certain)));
    // Stable: of equals, the one with the likelier topic stays in front.
    summed.sort(Comparator.comparingDouble(Leaning::probability).reversed());
    this.leanings = List.copyOf(summed);
  }

  Optional<Leaning> best() {
    return leanings.stream().findFirst();
  }

  List<TopicProbability> topics() {
    return topics;
  }

  List<Candidate> candidates() {
    List<Candidate> candidates = new ArrayList<>();
    for (Leaning leaning : leanings) {
      if (candidates.isEmpty()
          || (candidates.size() < CANDIDATES && leaning.probability() >= WORTH_SHOWING)) {
        candidates.add(
            new Candidate(leaning.committee(), shown(leaning.probability()), leaning.terms()));
      }
    }
    return candidates;
  }

  private static Leaning leaning(
      CommitteeId committee, List<Classifier.Topic> topics, CommitteeId certain) {
    double sum = topics.stream().mapToDouble(Classifier.Topic::probability).sum();
    Set<String> terms = new LinkedHashSet<>();
    topics.forEach(topic -> terms.addAll(topic.terms()));
    return new Leaning(
        committee,
        Math.min(1, sum),
        committee.equals(certain) && !committee.equals(RECEPTION),
        List.copyOf(terms));
  }

  private static double shown(double probability) {
    return Math.clamp(Math.round(probability * DECIMALS) / DECIMALS, 0, 1);
  }
}
