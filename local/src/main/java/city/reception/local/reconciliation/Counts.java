package city.reception.local.reconciliation;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import java.util.Map;
import java.util.Set;

/**
 * What was found, each appeal counted once however often its records came.
 *
 * @param accepted appeals in {@code appeals.received.v1}
 * @param registered cases in the router's ledger, but for the parts of split appeals
 * @param routed appeals in the committees' topics, likewise
 * @param parts the parts of split appeals, which are cases of their own
 * @param answered cases that were answered
 * @param endedOtherwise cases that were forwarded or refused, or whose correspondence was ended
 * @param notices the delivery ledger's notices, by state
 * @param noticesSaid what {@code notifications.delivery.v1} says was sent
 * @param byCommittee who holds how many cases
 * @param byRule what decided each appeal's first route
 * @param byStatus how many cases are where
 * @param deadLetters parked records that are still open, by dead-letter topic
 */
public record Counts(
    Set<AppealId> accepted,
    Set<AppealId> registered,
    Set<AppealId> routed,
    Set<AppealId> parts,
    Endings answered,
    Endings endedOtherwise,
    Map<String, Long> notices,
    long noticesSaid,
    Map<CommitteeId, Long> byCommittee,
    Map<RoutedBy, Long> byRule,
    Map<String, Long> byStatus,
    Map<String, Long> deadLetters) {}
