package city.reception.desk.queue;

import city.reception.events.AppealStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event in the life of a case.
 *
 * @param version the case's version after it; a reminder leaves the version as it was
 * @param index its place within the version
 * @param status the status after it
 * @param committee who held the case after it
 * @param fromCommittee who held it before, for a redirect
 * @param actor who acted, as far as this desk has seen it: for what was done here, and for
 *     redirects to a committee served here
 * @param reason why it was redirected or extended
 * @param text the answer, when it was given here
 */
public record HistoryEntry(
    Instant at,
    int version,
    int index,
    HistoryEvent event,
    AppealStatus status,
    @Nullable String committee,
    @Nullable String fromCommittee,
    @Nullable String actor,
    @Nullable String reason,
    @Nullable String text) {}
