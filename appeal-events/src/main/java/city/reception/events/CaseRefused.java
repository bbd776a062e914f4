package city.reception.events;

import java.time.Instant;

/**
 * The case was ended without an answer on the substance (59-FZ, articles 11 and 8.7).
 *
 * @param ground why
 * @param late whether the resident was told of it after the term of the rules
 */
public record CaseRefused(CaseSummary summary, Instant at, RefusalGround ground, boolean late)
    implements StatusChanged {}
