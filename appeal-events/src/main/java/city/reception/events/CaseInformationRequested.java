package city.reception.events;

import java.time.Instant;

/**
 * A deputy asked a body for information. What was asked is on the committee's own topic alone.
 *
 * @param requestId names the request
 * @param requestDueAt by when the body must reply
 */
public record CaseInformationRequested(
    CaseSummary summary, Instant at, EventId requestId, Instant requestDueAt)
    implements StatusChanged {}
