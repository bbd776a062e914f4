package city.reception.events;

/**
 * The appeal is part of a campaign, which was none yet, or another one, when it was registered.
 *
 * @param campaign the first appeal of the campaign
 */
public record CampaignJoined(AppealId appealId, AppealId campaign) implements CaseSignal {}
