package city.reception.events;

import java.time.Instant;

/**
 * The answer on the substance (59-FZ, article 10).
 *
 * @param text the answer
 * @param answeredBy who signed it
 */
public record AnswerGiven(CaseSummary summary, Instant at, String text, String answeredBy)
    implements Reply {}
