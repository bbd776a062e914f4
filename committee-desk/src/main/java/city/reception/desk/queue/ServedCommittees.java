package city.reception.desk.queue;

import city.reception.events.CommitteeId;
import city.reception.starter.committees.Committees;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The committees that this desk works for. */
@Component
public final class ServedCommittees {

  private final Set<CommitteeId> ids;

  /**
   * @throws IllegalArgumentException when the configuration names a committee that does not exist
   */
  ServedCommittees(DeskProperties properties, Committees committees) {
    Set<CommitteeId> named =
        properties.committees().stream()
            .map(CommitteeId::new)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (CommitteeId id : named) {
      if (!committees.contains(id)) {
        throw new IllegalArgumentException(
            "reception.desk.committees names " + id + ", which committees.yaml does not have");
      }
    }
    ids = Collections.unmodifiableSet(named.isEmpty() ? committees.ids() : named);
  }

  public Set<CommitteeId> ids() {
    return ids;
  }

  /** Whether the desk works for {@code committee}; false for none. */
  public boolean contains(@Nullable CommitteeId committee) {
    return committee != null && ids.contains(committee);
  }
}
