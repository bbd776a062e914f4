package city.reception.events;

import java.time.Instant;

/**
 * A body replied to a deputy's request; kept in the case.
 *
 * @param requestId names the request
 * @param text the reply
 * @param recordedBy who noted it
 */
public record RequestReplied(
    CaseSummary summary, Instant at, EventId requestId, String text, String recordedBy)
    implements CommitteeMessage {}
