package city.reception.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The appeal was entered in the registry (59-FZ, article 8.2).
 *
 * @param bodyDigest the digest of the submission that was registered, opaque outside intake; tells
 *     its tracking code from one made for another body under the same key
 * @param routedTogether whether {@link CaseRouted} follows within the same version
 * @param late whether that was after the term of the rules, of a letter whose day of receipt is
 *     known; null for what was registered as it came, and before this was noted
 */
public record CaseRegistered(
    CaseSummary summary,
    Instant at,
    String bodyDigest,
    boolean routedTogether,
    @Nullable Boolean late)
    implements StatusChanged {}
