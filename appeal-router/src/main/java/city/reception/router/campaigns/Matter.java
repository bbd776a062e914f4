package city.reception.router.campaigns;

import city.reception.events.AppealId;
import java.util.List;
import java.util.Set;

/**
 * Letters that belong together.
 *
 * @param id the number of its first letter
 * @param lead the appeal of that letter, by which a campaign is named
 * @param voices who wrote; no more of them than make a campaign
 * @param campaign whether it is one
 * @param exemplars the numbers of the letters to which its letters are alike
 */
public record Matter(
    long id, AppealId lead, Set<Long> voices, boolean campaign, List<Long> exemplars) {

  public Matter {
    voices = Set.copyOf(voices);
    exemplars = List.copyOf(exemplars);
  }
}
