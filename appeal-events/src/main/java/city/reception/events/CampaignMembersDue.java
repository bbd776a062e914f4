package city.reception.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The next members of a campaign are to be told that they are part of it, or answered. Each such
 * signal brings about one for each of the next members, and the signal for those after them.
 *
 * @param appealId the appeal whose registration or answer began it
 * @param campaign the first appeal of the campaign
 * @param exemplars whose likes are to be told, by the numbers of the router's ledger; null for all
 *     members
 * @param after the number of the last member that had its turn; 0 at the beginning
 * @param until the number of the last one that is meant: whoever came later knows already
 * @param answer what they are answered; null where they are told that they are part of the campaign
 */
public record CampaignMembersDue(
    AppealId appealId,
    AppealId campaign,
    @Nullable List<Long> exemplars,
    long after,
    long until,
    @Nullable CampaignAnswer answer)
    implements CaseSignal {

  public CampaignMembersDue {
    exemplars = exemplars == null ? null : List.copyOf(exemplars);
  }
}
