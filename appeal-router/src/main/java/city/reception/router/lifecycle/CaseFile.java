package city.reception.router.lifecycle;

import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import city.reception.events.RegistrationNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a registered case.
 *
 * @param version see {@link city.reception.events.CaseSummary#version()}
 * @param index the place of the last event within the version
 * @param committee who holds it; null only before it is routed
 * @param dueAt by when it must be answered; follows from the registration, and moves only by an
 *     extension; a reopening begins a new one
 */
public record CaseFile(
    RegistrationNumber number,
    int version,
    int index,
    @Nullable CommitteeId committee,
    Instant registeredAt,
    Instant dueAt,
    LocalizedText dueAtExplanation,
    String bodyDigest,
    AppealContent content,
    CaseProgress progress) {

  /** Whether it is a part of a split appeal. */
  public boolean isPart() {
    return progress.allTies().parent() != null;
  }

  /** From when the term of its answer runs. */
  Instant termFrom() {
    Reopened reopened = progress.reopened();
    return reopened == null ? registeredAt : reopened.at();
  }

  CaseFile after(CaseEvent event) {
    return with(event, committee, progress);
  }

  CaseFile with(CaseEvent event, CaseProgress newProgress) {
    return with(event, committee, newProgress);
  }

  /** After an event with which everything is over: no time is waited for any more. */
  CaseFile closed(CaseEvent event) {
    return with(event, committee, progress.over());
  }

  /** With another deadline. */
  CaseFile due(
      CaseEvent event, Instant newDueAt, LocalizedText explanation, CaseProgress newProgress) {
    return new CaseFile(
        number,
        event.version(),
        event.index(),
        committee,
        registeredAt,
        newDueAt,
        explanation,
        bodyDigest,
        content,
        newProgress);
  }

  CaseFile with(CaseEvent event, @Nullable CommitteeId newCommittee, CaseProgress newProgress) {
    return new CaseFile(
        number,
        event.version(),
        event.index(),
        newCommittee,
        registeredAt,
        dueAt,
        dueAtExplanation,
        bodyDigest,
        content,
        newProgress);
  }
}
