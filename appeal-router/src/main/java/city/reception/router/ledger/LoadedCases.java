package city.reception.router.ledger;

import city.reception.events.AppealId;
import city.reception.router.lifecycle.CaseState;
import java.util.Map;

/**
 * Cases as they lie in the ledger.
 *
 * @param heads the digest of each one's last journal entry, with which the next one is linked; none
 *     for a case whose journal is older than the chain
 */
public record LoadedCases(
    Map<AppealId, CaseState.Registered> states, Map<AppealId, byte[]> heads) {}
