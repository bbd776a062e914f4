package city.reception.router.lifecycle;

import city.reception.events.CaseTimer;
import city.reception.events.RefusalReason;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What follows from a command: changes, or a refusal that says why. Never an exception. */
public sealed interface Decision {

  /**
   * The command is carried out.
   *
   * @param events what happened, in order; may be none
   * @param timers what becomes of the case's timers
   */
  record Accepted(List<CaseEvent> events, List<TimerChange> timers) implements Decision {
    public Accepted {
      events = List.copyOf(events);
      timers = List.copyOf(timers);
    }
  }

  /** The command changes nothing. */
  static Accepted nothing() {
    return new Accepted(List.of(), List.of());
  }

  /** One change, after which the case waits for what it waited for. */
  static Accepted changing(CaseEvent event) {
    return new Accepted(List.of(event), List.of());
  }

  /** The end of the case that {@code file} tells of: nothing is waited for any more. */
  static Accepted closing(CaseFile file, CaseEvent... events) {
    return new Accepted(List.of(events), timersOver(file).toList());
  }

  /** All timers that are set for the case that {@code file} tells of are over. */
  private static Stream<TimerChange> timersOver(CaseFile file) {
    CaseTimer waitsFor = file.progress().waitsFor();
    Stream<TimerChange> request =
        file.progress().allRequests().next().stream()
            .map(_ -> new TimerChange.Cancel(CaseTimer.REQUEST_DUE));
    return waitsFor == null
        ? request
        : Stream.concat(Stream.of(new TimerChange.Cancel(waitsFor)), request);
  }

  /** The command is refused and nothing changes. */
  record Refused(RefusalReason reason) implements Decision {}

  /** What becomes of a timer. */
  sealed interface TimerChange {

    /** Set it, in place of one of an older generation. */
    record Set(CaseTimer timer, int generation, Instant dueAt) implements TimerChange {}

    /** Forget it, whatever its generation. */
    record Cancel(CaseTimer timer) implements TimerChange {}
  }
}
