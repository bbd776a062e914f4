package city.reception.router.campaigns;

/**
 * When letters belong together.
 *
 * @param voices how many different applicants make a campaign
 * @param alike how much two letters have in common at least that are about the same matter, from 0
 *     to 1: the share of their shingles that both have, of all that either has
 * @param alikeOfOne the same where one person wrote both
 */
public record CampaignRules(int voices, double alike, double alikeOfOne) {

  /**
   * Five voices, half in common; of one person, a third. Strangers who write on one matter in their
   * own words, with the same legal phrases, have a third in common at most.
   */
  public static final CampaignRules ORDINARY = new CampaignRules(5, 0.5, 0.35);

  public CampaignRules {
    if (voices < 2) {
      throw new IllegalArgumentException("a campaign has two voices at least");
    }
    if (!(0 < alikeOfOne && alikeOfOne <= alike && alike <= 1)) {
      throw new IllegalArgumentException(
          "0 < alike of one person <= alike <= 1 does not hold: %s, %s"
              .formatted(alikeOfOne, alike));
    }
  }
}
