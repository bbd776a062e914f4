package city.reception.router.lifecycle;

import city.reception.events.RefusalReason;
import city.reception.router.lifecycle.CaseCommand.ClarifyPart;
import city.reception.router.lifecycle.CaseCommand.EndPart;
import city.reception.router.lifecycle.CaseCommand.ExtendPart;
import city.reception.router.lifecycle.CaseCommand.OfParent;
import city.reception.router.lifecycle.CaseCommand.OpenPart;
import city.reception.router.lifecycle.CaseCommand.WithdrawPart;
import city.reception.router.lifecycle.Decision.Accepted;
import city.reception.router.lifecycle.Decision.Refused;
import city.reception.router.lifecycle.Parts.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a split appeal and its parts tell each other. What the whole says may come in any order:
 * each time it says all that the part's case consists of, so that the first to come opens it, and
 * one that was withdrawn with the whole before it was opened is opened as withdrawn and stays so.
 */
final class PartCases {

  private final Registrations registrations;
  private final Timers timers;

  PartCases(Registrations registrations, Timers timers) {
    this.registrations = registrations;
    this.timers = timers;
  }

  Decision decide(CaseState state, OfParent command) {
    return switch (state) {
      case CaseState.Unregistered() -> {
        Accepted opened = registrations.ofPart(command.number(), command.copy(), command.at());
        yield switch (command) {
          case OpenPart _, ExtendPart _, ClarifyPart _ -> opened;
          case WithdrawPart withdraw -> {
            List<CaseEvent> events = new ArrayList<>(opened.events());
            events.add(withdrawn(events.getLast().version(), withdraw));
            yield new Accepted(events, List.of());
          }
        };
      }
      case CaseState.Open open ->
          switch (command) {
            case OpenPart _ -> Decision.nothing();
            case WithdrawPart withdraw ->
                Decision.closing(open.file(), withdrawn(open.file().version(), withdraw));
            case ExtendPart extend -> extend(open.file(), extend);
            case ClarifyPart clarify -> clarify(open.file(), clarify);
          };
      case CaseState.Over _ -> Decision.nothing();
    };
  }

  private static CaseEvent withdrawn(int version, WithdrawPart command) {
    return new CaseEvent.Withdrawn(version + 1, 0, command.at(), null);
  }

  private Decision extend(CaseFile file, ExtendPart command) {
    if (!command.copy().dueAt().isAfter(file.dueAt())) {
      return Decision.nothing(); // It was opened with that deadline.
    }
    return new Accepted(
        List.of(
            new CaseEvent.Extended(
                file.version() + 1,
                0,
                command.at(),
                command.days(),
                command.copy().dueAt(),
                command.copy().dueAtExplanation(),
                command.reason(),
                command.actor())),
        timers.begunAnew(file, command.copy().dueAt(), command.at()).toList());
  }

  private static Decision clarify(CaseFile file, ClarifyPart command) {
    return Exchanges.hasHeard(file.progress().correspondence(), command.text())
        ? Decision.nothing() // It was opened with that, or by it.
        : Decision.changing(
            new CaseEvent.Clarified(file.version() + 1, 0, command.at(), command.text()));
  }

  /** A part has ended; with the last one, the whole is answered. */
  Decision ended(CaseState state, EndPart command) {
    return switch (state) {
      case CaseState.Unregistered() -> new Refused(RefusalReason.UNKNOWN_APPEAL);
      case CaseState.Over _ -> Decision.nothing();
      case CaseState.Open open -> ended(open.file(), command);
    };
  }

  private static Decision ended(CaseFile file, EndPart command) {
    Parts parts = file.progress().parts();
    Optional<Part> part = parts == null ? Optional.empty() : parts.find(command.part());
    if (parts == null || part.isEmpty()) {
      return new Refused(RefusalReason.UNKNOWN_PART);
    }
    if (part.get().ended() != null) {
      return Decision.nothing();
    }
    int version = file.version() + 1;
    CaseEvent ended =
        new CaseEvent.PartEnded(
            version,
            0,
            command.at(),
            part.get().part(),
            command.committee(),
            command.outcome(),
            command.result(),
            command.explanation(),
            command.text(),
            command.publishedAt(),
            command.actor());
    return parts.ended(command.part(), command.outcome()).open().findAny().isPresent()
        ? Decision.changing(ended)
        : Decision.closing(file, ended, new CaseEvent.AnsweredInParts(version, 1, command.at()));
  }
}
