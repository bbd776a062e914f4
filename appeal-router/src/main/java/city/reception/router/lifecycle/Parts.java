package city.reception.router.lifecycle;

import city.reception.events.AppealId;
import city.reception.events.AppealStatus;
import city.reception.events.CasePart;
import city.reception.events.Transfer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a split appeal.
 *
 * @param parts all of them, in their order
 * @param split who split it, and why
 */
public record Parts(List<Part> parts, Transfer split) {

  /**
   * One of them.
   *
   * @param ended how it ended; null while it has not
   */
  public record Part(CasePart part, @Nullable AppealStatus ended) {}

  public Parts {
    parts = List.copyOf(parts);
  }

  static Parts of(List<CasePart> parts, Transfer split) {
    return new Parts(parts.stream().map(part -> new Part(part, null)).toList(), split);
  }

  /** Those that have not ended. */
  public Stream<CasePart> open() {
    return parts.stream().filter(part -> part.ended() == null).map(Part::part);
  }

  Optional<Part> find(AppealId part) {
    return parts.stream().filter(candidate -> candidate.part().appealId().equals(part)).findFirst();
  }

  Parts ended(AppealId part, AppealStatus outcome) {
    return new Parts(
        parts.stream()
            .map(
                each -> each.part().appealId().equals(part) ? new Part(each.part(), outcome) : each)
            .toList(),
        split);
  }
}
