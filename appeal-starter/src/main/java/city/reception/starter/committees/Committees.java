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

  /**
   * @throws IllegalArgumentException when two share a slug, or the reception is missing
   */
  public Committees(List<Committee> committees) {
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
