package city.reception.events;

import java.time.Instant;

/**
 * A question of the committee to the resident.
 *
 * @param question the question
 * @param askedBy who asks
 */
public record QuestionAsked(CaseSummary summary, Instant at, String question, String askedBy)
    implements Reply {}
