package city.reception.router.routing;

import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What this installation says about its committees: whose business each topic is, which rules go
 * before the classifier, and how residents name a committee that they complain of.
 */
public final class RoutingTable {

  private final Map<CommitteeId, Holder> committees;
  private final Map<String, CommitteeId> byTopic = new LinkedHashMap<>();
  private final List<ExplicitRule> rules;
  private final List<String> complaintWords;

  /**
   * A committee, as far as routing goes.
   *
   * @param topics what its business is
   * @param about beginnings of words by which a text names the committee
   * @param deputies the surnames of its deputies, each perhaps with more beginnings of words
   */
  public record Holder(
      CommitteeId id,
      LocalizedText name,
      List<String> topics,
      List<String> about,
      List<String> deputies) {
    public Holder {
      topics = List.copyOf(topics);
      about = List.copyOf(about);
      deputies = List.copyOf(deputies);
    }
  }

  /**
   * @param complaintWords beginnings of words that a complaint of somebody has near their name
   * @throws IllegalArgumentException when two committees hold a topic, or a rule names a committee
   *     that is not there
   */
  public RoutingTable(
      List<Holder> committees, List<ExplicitRule> rules, List<String> complaintWords) {
    this.committees = new LinkedHashMap<>();
    for (Holder committee : committees) {
      this.committees.put(committee.id(), committee);
      for (String topic : committee.topics()) {
        CommitteeId other = byTopic.put(topic, committee.id());
        if (other != null) {
          throw new IllegalArgumentException(
              "the topic '%s' is there twice, with %s and with %s"
                  .formatted(topic, other, committee.id()));
        }
      }
    }
    for (ExplicitRule rule : rules) {
      if (!this.committees.containsKey(rule.committee())) {
        throw new IllegalArgumentException(
            "the rule '%s' names a committee that is not there: %s"
                .formatted(rule.name(), rule.committee()));
      }
    }
    this.rules = List.copyOf(rules);
    this.complaintWords = List.copyOf(complaintWords);
  }

  /** Whose business a topic is; the reception's where it is nobody's. */
  public CommitteeId holderOf(String topic) {
    return byTopic.getOrDefault(topic, CommitteeId.RECEPTION);
  }

  /** The topics that no model knows: they are misspelt, or of another model. */
  public Set<String> unknown(Set<String> known) {
    Set<String> unknown = new TreeSet<>(byTopic.keySet());
    unknown.removeAll(known);
    return unknown;
  }

  /** The topics that a model knows and nobody holds: what is about them goes to the reception. */
  public Set<String> unheld(Set<String> known) {
    Set<String> unheld = new TreeSet<>(known);
    unheld.removeAll(byTopic.keySet());
    return unheld;
  }

  boolean has(CommitteeId committee) {
    return committees.containsKey(committee);
  }

  LocalizedText name(CommitteeId committee) {
    Holder holder = committees.get(committee);
    return holder == null ? new LocalizedText(committee.slug(), committee.slug()) : holder.name();
  }

  List<Holder> committees() {
    return List.copyOf(committees.values());
  }

  List<ExplicitRule> rules() {
    return rules;
  }

  List<String> complaintWords() {
    return complaintWords;
  }

  /** The one committee of which a deputy of this name is a member; none where there are several. */
  Optional<CommitteeId> ofDeputy(String deputy) {
    List<String> words = Phrase.words(deputy);
    List<CommitteeId> theirs = new ArrayList<>();
    for (Holder committee : committees.values()) {
      if (committee.deputies().stream().anyMatch(name -> Phrase.of(name).isIn(words))) {
        theirs.add(committee.id());
      }
    }
    return theirs.size() == 1 ? Optional.of(theirs.getFirst()) : Optional.empty();
  }
}
