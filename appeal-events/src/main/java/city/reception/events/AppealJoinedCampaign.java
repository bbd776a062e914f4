package city.reception.events;

import java.time.Instant;

/**
 * An appeal that the committee holds, or held, is part of a campaign, which was none yet, or
 * another one, when it was routed.
 *
 * @param campaign the first appeal of the campaign
 */
public record AppealJoinedCampaign(CaseSummary summary, Instant at, AppealId campaign)
    implements CommitteeMessage {}
