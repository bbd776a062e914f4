package city.reception.intake.tracking;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one case here; nothing at all before its registration has come through.
 *
 * @param events in the order of the case: version, then index
 */
record TrackedCase(List<TrackedEvent> events, List<TrackedNotice> notices) {

  static final TrackedCase NONE = new TrackedCase(List.of(), List.of());

  TrackedCase {
    events =
        events.stream()
            .sorted(
                Comparator.comparingInt((TrackedEvent e) -> e.summary().version())
                    .thenComparingInt(e -> e.summary().index()))
            .toList();
    notices = List.copyOf(notices);
  }

  /** The digest of the body that was registered; null while the registration has not come. */
  @Nullable String registeredDigest() {
    return events.stream()
        .filter(e -> e.kind() == TrackedEvent.Kind.REGISTERED)
        .map(TrackedEvent::bodyDigest)
        .findFirst()
        .orElse(null);
  }

  /** The newest event, which says how the case stands. */
  Optional<TrackedEvent> newest() {
    return events.isEmpty() ? Optional.empty() : Optional.of(events.getLast());
  }

  /** The newest event of that kind. */
  Optional<TrackedEvent> last(TrackedEvent.Kind kind) {
    return events.reversed().stream().filter(e -> e.kind() == kind).findFirst();
  }

  /** What was written to the resident of that step, where anything was and it has come. */
  Optional<TrackedEvent> textOf(TrackedEvent step) {
    return step.kind()
        .text()
        .flatMap(kind ->
            events.stream()
                .filter(e -> e.kind() == kind)
                .filter(e -> e.summary().version() == step.summary().version())
                .findFirst());
  }
}
