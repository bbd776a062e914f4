package city.reception.events;

import java.time.Instant;

/**
 * The committee asked the resident a question. The deadline stays. The question is on {@code
 * appeals.reply.v1} alone.
 */
public record CaseClarificationAsked(CaseSummary summary, Instant at) implements StatusChanged {}
