package city.reception.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands after the event that carries the summary: enough for a reader to show it
 * without having seen any earlier event, and to tell whether it has already seen a later one.
 *
 * @param version rises by one with each change that a person must see before acting on the case;
 *     from 1. An action names the version that its author saw
 * @param index the place of the event within its version, from 0. Version and index together order
 *     all events of a case
 * @param committee who holds the case; null only until it is first routed
 * @param registeredAt when it was registered: the append time of its record in the log
 * @param dueAt by when it must be answered
 * @param dueAtExplanation from which fact and by which article {@code dueAt} follows
 * @param parent the appeal that this case is a part of; null for a case by itself
 */
public record CaseSummary(
    AppealId appealId,
    int version,
    int index,
    AppealStatus status,
    RegistrationNumber registrationNumber,
    @Nullable CommitteeId committee,
    Instant registeredAt,
    Instant dueAt,
    LocalizedText dueAtExplanation,
    @Nullable AppealId parent) {

  /** A case by itself. */
  public CaseSummary(
      AppealId appealId,
      int version,
      int index,
      AppealStatus status,
      RegistrationNumber registrationNumber,
      @Nullable CommitteeId committee,
      Instant registeredAt,
      Instant dueAt,
      LocalizedText dueAtExplanation) {
    this(
        appealId,
        version,
        index,
        status,
        registrationNumber,
        committee,
        registeredAt,
        dueAt,
        dueAtExplanation,
        null);
  }
}
