package city.reception.starter.committees;

import city.reception.events.CommitteeId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The committees of this installation, in the order of their file. */
public final class Committees {

  private final Map<CommitteeId, Committee> byId = new LinkedHashMap<>();
  private final List<Rule> rules;
  private final List<String> complaintWords;

  /**
   * @param rules what routes before the classifier does, in order of precedence
   * @param complaintWords beginnings of words that stand near the name of whom a text complains of
   * @throws IllegalArgumentException when two share a slug, or the reception is missing
   */
  public Committees(List<Committee> committees, List<Rule> rules, List<String> complaintWords) {
    this.rules = List.copyOf(rules);
    this.complaintWords = List.copyOf(complaintWords);
    for (Committee committee : committees) {
      if (byId.put(committee.id(), committee) != null) {
        throw new IllegalArgumentException("committee " + committee.id() + " is there twice");
      }
    }
    if (!byId.containsKey(CommitteeId.RECEPTION)) {
      throw new IllegalArgumentException(
          "the committee 'reception' is missing: everything uncertain goes there");
    }
  }

  public Collection<Committee> all() {
    return byId.values();
  }

  public List<Rule> rules() {
    return rules;
  }

  public List<String> complaintWords() {
    return complaintWords;
  }

  public Set<CommitteeId> ids() {
    return byId.keySet();
  }

  public Optional<Committee> find(CommitteeId id) {
    return Optional.ofNullable(byId.get(id));
  }

  public boolean contains(CommitteeId id) {
    return byId.containsKey(id);
  }
}
