package city.reception.events;

import org.jspecify.annotations.Nullable;

/**
 * Whom the resident wrote to, as far as they said.
 *
 * @param committee a committee by its slug
 * @param deputy a deputy's name as the resident wrote it
 */
public record Addressee(@Nullable CommitteeId committee, @Nullable String deputy) {}
