package city.reception.router.stream;

import city.reception.events.AnswerCampaign;
import city.reception.events.AppealId;
import city.reception.events.CampaignMembersDue;
import city.reception.router.campaigns.Gathered;
import city.reception.router.campaigns.Marks;
import city.reception.router.ledger.CampaignPages;
import city.reception.router.ledger.CampaignPages.Page;
import city.reception.router.ledger.Position;
import city.reception.router.ledger.RememberedLetters;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks the ledger what the inputs of a batch have to do with campaigns. */
final class CampaignLookup {

  private final RememberedLetters letters;
  private final CampaignPages members;

  CampaignLookup(RememberedLetters letters, CampaignPages members) {
    this.letters = letters;
    this.members = members;
  }

  /**
   * Finds it, inside the batch's transaction.
   *
   * @param inputs those that were not recorded before
   * @param toRegister the appeals that look new
   */
  BatchCampaigns of(Collection<Input.Decoded> inputs, Set<AppealId> toRegister) {
    Map<AppealId, Marks> marks = new LinkedHashMap<>();
    Map<Position, Page> pages = new HashMap<>();
    boolean answered = false;
    for (Input.Decoded input : inputs) {
      Marks ofLetter = input.marks();
      if (ofLetter != null && toRegister.contains(input.appeal())) {
        marks.putIfAbsent(input.appeal(), ofLetter);
      }
      if (input.event() instanceof CampaignMembersDue due) {
        pages.put(input.position(), members.next(due));
      }
      answered |= input.event() instanceof AnswerCampaign;
    }
    Gathered gathered =
        marks.isEmpty()
            ? new Gathered(List.of(), Map.of(), List.of(), Map.of())
            : letters.gather(marks);
    boolean someToTell = gathered.letters().stream().anyMatch(kin -> !kin.toTell().isEmpty());
    return new BatchCampaigns(gathered, pages, answered || someToTell ? letters.last() : 0);
  }

  /** Remembers the new letters, inside the same transaction. */
  void remember(BatchCampaigns campaigns) {
    letters.write(campaigns.gathered());
  }
}
