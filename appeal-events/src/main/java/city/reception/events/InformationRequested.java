package city.reception.events;

import java.time.Instant;

/**
 * A deputy asked a body for information; kept in the case.
 *
 * @param requestId names the request
 * @param body the body asked, by its name
 * @param question what was asked
 * @param dueAt by when the body must reply
 * @param dueAtExplanation from which fact and by which article {@code dueAt} follows
 * @param requestedBy who asked
 */
public record InformationRequested(
    CaseSummary summary,
    Instant at,
    EventId requestId,
    String body,
    String question,
    Instant dueAt,
    LocalizedText dueAtExplanation,
    String requestedBy)
    implements CommitteeMessage {}
