package city.reception.notifications.contact;

import city.reception.events.AppealId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a case is known to be.
 *
 * @param bodyDigest which submission was registered, where the event said it
 * @param closedAt when the case ended, if it has
 */
public record CaseProgress(
    AppealId appeal, int version, @Nullable String bodyDigest, @Nullable Instant closedAt) {}
