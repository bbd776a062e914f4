package city.reception.events;

import java.time.Instant;

/**
 * The appeal was entered in the registry (59-FZ, article 8.2).
 *
 * @param bodyDigest the digest of the submission that was registered, opaque outside intake; tells
 *     its tracking code from one made for another body under the same key
 * @param routedTogether whether {@link CaseRouted} follows within the same version
 */
public record CaseRegistered(
    CaseSummary summary, Instant at, String bodyDigest, boolean routedTogether)
    implements StatusChanged {}
