package city.reception.events;

import java.time.Instant;

/**
 * The appeal was forwarded to a competent body outside (59-FZ, article 8.3), and the case is over.
 *
 * @param late whether that was after the term of the rules
 */
public record CaseForwarded(CaseSummary summary, Instant at, boolean late)
    implements StatusChanged {}
