package city.reception.local.reconciliation;

import city.reception.events.AppealId;
import java.util.HashSet;
import java.util.Set;

/**
 * Cases that ended in one way, and whether their residents know.
 *
 * @param cases those that the ledger says ended so
 * @param published appeals of which {@code appeals.reply.v1} says so
 * @param told of the cases, those whose resident was sent it
 * @param unreachable of the cases, those whose resident no mail can reach: there is no address, or
 *     it was erased, or an operator settled the notice otherwise
 */
public record Endings(
    Set<AppealId> cases, Set<AppealId> published, Set<AppealId> told, Set<AppealId> unreachable) {

  /** Whose residents know, or cannot be told. */
  Set<AppealId> settled() {
    Set<AppealId> settled = new HashSet<>(told);
    settled.addAll(unreachable);
    return settled;
  }
}
