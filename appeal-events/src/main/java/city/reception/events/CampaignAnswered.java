package city.reception.events;

/**
 * The campaign that the appeal is part of was answered: so is the appeal, if the same committee
 * holds it and it is open.
 *
 * @param campaign the first appeal of the campaign
 */
public record CampaignAnswered(AppealId appealId, AppealId campaign, CampaignAnswer answer)
    implements CaseSignal {}
