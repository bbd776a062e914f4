package city.reception.events;

import java.time.Instant;

/**
 * A body replied to a deputy's request.
 *
 * @param requestId names the request
 */
public record CaseRequestReplied(CaseSummary summary, Instant at, EventId requestId)
    implements StatusChanged {}
