package city.reception.events;

import java.time.Instant;

/** The appeal was answered on the substance. The text is on {@code appeals.reply.v1} alone. */
public record CaseAnswered(CaseSummary summary, Instant at) implements StatusChanged {}
