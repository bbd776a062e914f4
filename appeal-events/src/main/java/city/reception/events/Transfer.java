package city.reception.events;

import java.time.Instant;

/**
 * How a case came from another committee.
 *
 * @param reason why, in the words of the one who redirected it
 * @param actor who redirected it
 */
public record Transfer(CommitteeId fromCommittee, String reason, String actor, Instant at) {}
