package city.reception.router.stream;

import city.reception.events.AnswerCampaign;
import city.reception.events.AppealId;
import city.reception.events.AppealReceived;
import city.reception.events.CampaignAnswer;
import city.reception.events.CampaignAnswered;
import city.reception.events.CampaignJoined;
import city.reception.events.CampaignMembersDue;
import city.reception.events.CaseSignal;
import city.reception.events.Topics;
import city.reception.router.campaigns.Gathered;
import city.reception.router.campaigns.Kinship;
import city.reception.router.ledger.CampaignPages.Page;
import city.reception.router.ledger.Position;
import city.reception.router.lifecycle.CaseFile;
import city.reception.router.lifecycle.Ties;
import city.reception.router.publication.Announcement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the inputs of one batch have to do with campaigns, as it was found before the fold. */
final class BatchCampaigns {

  /** Keeps a signal far below the size of a record, however many exemplars a campaign has. */
  private static final int EXEMPLARS_IN_A_SIGNAL = 1_000;

  private final Gathered gathered;
  private final Map<AppealId, Kinship> kin;
  private final Map<Position, Page> pages;
  private final long until;

  /**
   * What was found.
   *
   * @param pages the members that are due with the signal at each position
   * @param until the number of the last letter that anybody had begun to remember
   */
  BatchCampaigns(Gathered gathered, Map<Position, Page> pages, long until) {
    this.gathered = gathered;
    this.kin =
        gathered.letters().stream()
            .collect(Collectors.toMap(kinship -> kinship.letter().appeal(), Function.identity()));
    this.pages = Map.copyOf(pages);
    this.until = until;
  }

  Gathered gathered() {
    return gathered;
  }

  /** To what a new appeal is tied. */
  Ties ties(AppealId appeal) {
    Kinship kinship = kin.get(appeal);
    return kinship == null
        ? Ties.NONE
        : new Ties(null, null, kinship.repeatOf(), kinship.campaign());
  }

  /** What the members of a campaign are to be told after {@code input} changed a case. */
  List<Announcement<?>> after(Input.Decoded input, CaseFile file) {
    if (input.event() instanceof AppealReceived appeal) {
      return toTell(appeal.appealId());
    }
    if (input.event() instanceof AnswerCampaign answer) {
      return List.of(
          signal(
              new CampaignMembersDue(
                  answer.appealId(),
                  Objects.requireNonNull(file.progress().allTies().campaign(), "it was asked"),
                  null,
                  0,
                  until,
                  new CampaignAnswer(
                      Objects.requireNonNull(file.committee(), "it was asked"),
                      answer.actor(),
                      answer.text(),
                      answer.result()))));
    }
    return List.of();
  }

  /** What the next members are told, and the signal for those after them. */
  List<Announcement<?>> next(CampaignMembersDue due, Position position) {
    Page page = Objects.requireNonNull(pages.get(position), "looked up with the batch");
    List<Announcement<?>> signals = new ArrayList<>();
    for (AppealId member : page.members()) {
      signals.add(signal(told(due.campaign(), member, due.answer())));
    }
    if (page.more()) {
      signals.add(
          signal(
              new CampaignMembersDue(
                  due.appealId(),
                  due.campaign(),
                  due.exemplars(),
                  page.last(),
                  due.until(),
                  due.answer())));
    }
    return signals;
  }

  private List<Announcement<?>> toTell(AppealId appeal) {
    Kinship kinship = kin.get(appeal);
    List<Announcement<?>> signals = new ArrayList<>();
    if (kinship != null) {
      for (Kinship.ToTell telling : kinship.toTell()) {
        List<Long> exemplars = telling.exemplars();
        for (int i = 0; i < exemplars.size(); i += EXEMPLARS_IN_A_SIGNAL) {
          List<Long> some =
              exemplars.subList(i, Math.min(exemplars.size(), i + EXEMPLARS_IN_A_SIGNAL));
          signals.add(
              signal(new CampaignMembersDue(appeal, telling.campaign(), some, 0, until, null)));
        }
      }
    }
    return signals;
  }

  private static CaseSignal told(
      AppealId campaign, AppealId member, @Nullable CampaignAnswer answer) {
    return answer == null
        ? new CampaignJoined(member, campaign)
        : new CampaignAnswered(member, campaign, answer);
  }

  private static Announcement<CaseSignal> signal(CaseSignal signal) {
    return new Announcement<>(Topics.CASE_SIGNAL, signal);
  }
}
