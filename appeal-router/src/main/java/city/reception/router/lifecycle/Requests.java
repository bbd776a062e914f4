package city.reception.router.lifecycle;

import city.reception.events.EventId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The requests of deputies that await a reply. One timer is set for all of them: for the earliest
 * that is not overdue.
 *
 * @param generation of that timer: one more each time that it is set
 * @param open in the order in which they were made
 */
public record Requests(int generation, List<Request> open) {

  static final Requests NONE = new Requests(0, List.of());

  /**
   * One of them.
   *
   * @param id the id of the action that noted it
   * @param overdue whether the committee was told that it is
   */
  public record Request(EventId id, Instant dueAt, boolean overdue) {}

  public Requests {
    open = List.copyOf(open);
  }

  /** What the timer is set for. */
  Optional<Request> next() {
    return open.stream()
        .filter(request -> !request.overdue())
        .min(Comparator.comparing(Request::dueAt));
  }

  boolean awaits(EventId request) {
    return open.stream().anyMatch(candidate -> candidate.id().equals(request));
  }

  Requests asked(EventId id, Instant dueAt) {
    List<Request> all = new ArrayList<>(open);
    all.add(new Request(id, dueAt, false));
    return changedTo(all);
  }

  Requests replied(EventId id) {
    return changedTo(open.stream().filter(request -> !request.id().equals(id)).toList());
  }

  Requests overdue(EventId id) {
    return changedTo(
        open.stream()
            .map(request ->
                request.id().equals(id) ? new Request(id, request.dueAt(), true) : request)
            .toList());
  }

  /** Nothing is waited for any more. */
  Requests over() {
    return new Requests(generation, List.of());
  }

  private Requests changedTo(List<Request> all) {
    Requests same = new Requests(generation, all);
    boolean setAnew = same.next().isPresent() && !same.next().equals(next());
    return setAnew ? new Requests(generation + 1, all) : same;
  }
}
