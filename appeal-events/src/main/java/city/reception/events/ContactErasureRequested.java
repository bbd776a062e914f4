package city.reception.events;

import java.time.Instant;

/**
 * The resident asked that their ways of contact be forgotten. No notice can reach them afterwards.
 */
public record ContactErasureRequested(AppealId appealId, Instant requestedAt)
    implements IntakeEvent {}
