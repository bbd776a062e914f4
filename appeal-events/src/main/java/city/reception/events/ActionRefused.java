package city.reception.events;

import org.jspecify.annotations.Nullable;

/**
 * The action was refused and nothing changed.
 *
 * @param reason why, for a program
 * @param explanation why, for a person
 */
public record ActionRefused(
    EventId actionId,
    AppealId appealId,
    @Nullable Integer version,
    RefusalReason reason,
    LocalizedText explanation)
    implements ActionOutcome {}
