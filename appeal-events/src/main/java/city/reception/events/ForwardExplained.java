package city.reception.events;

import java.time.Instant;

/**
 * The notice that an appeal was forwarded (59-FZ, article 8.3).
 *
 * @param toBody the body it went to
 * @param reason why
 * @param forwardedBy who decided it
 */
public record ForwardExplained(
    CaseSummary summary, Instant at, String toBody, String reason, String forwardedBy)
    implements Reply {}
