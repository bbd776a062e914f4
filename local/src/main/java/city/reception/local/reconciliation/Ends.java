package city.reception.local.reconciliation;

import city.reception.events.AnswerGiven;
import city.reception.events.AppealId;
import city.reception.events.AppealStatus;
import city.reception.events.CorrespondenceEndExplained;
import city.reception.events.ExtensionExplained;
import city.reception.events.ForwardExplained;
import city.reception.events.NoticeKind;
import city.reception.events.PartAnswerGiven;
import city.reception.events.QuestionAsked;
import city.reception.events.RefusalExplained;
import city.reception.events.Reply;
import city.reception.events.SplitExplained;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How cases ended, by what was written to their residents. A split appeal is answered when all of
 * its parts are, and its resident is told of each.
 */
final class Ends {

  private final Set<AppealId> answered = new HashSet<>();
  private final Set<AppealId> endedOtherwise = new HashSet<>();
  private final Set<AppealId> reopened = new HashSet<>();
  private final Map<AppealId, Integer> partsOf = new HashMap<>();
  private final Map<AppealId, Set<Integer>> partsEnded = new HashMap<>();

  /** Takes in what was written. */
  void add(Reply reply) {
    AppealId appeal = reply.appealId();
    switch (reply) {
      case AnswerGiven _ -> answered.add(appeal);
      case ForwardExplained _, RefusalExplained _, CorrespondenceEndExplained _ ->
          endedOtherwise.add(appeal);
      case SplitExplained split -> partsOf.put(appeal, split.parts().size());
      case PartAnswerGiven ended ->
          partsEnded.computeIfAbsent(appeal, _ -> new HashSet<>()).add(ended.part().number());
      case ExtensionExplained _, QuestionAsked _ -> {}
    }
  }

  /** A reopened case may be open, or may have ended in another way since. */
  void addReopened(AppealId appeal) {
    reopened.add(appeal);
  }

  /**
   * Those that were answered.
   *
   * @param cases how the ledger says that each case stands
   */
  Endings answered(Map<AppealId, AppealStatus> cases, Collection<LedgerTables.EndNotice> notices) {
    Set<AppealId> published = new HashSet<>(answered);
    partsOf.forEach((appeal, parts) -> {
      if (partsEnded.getOrDefault(appeal, Set.of()).size() == parts) {
        published.add(appeal);
      }
    });
    Map<AppealId, Long> partsTold =
        notices.stream()
            .filter(notice -> notice.kind() == NoticeKind.PART_ANSWERED)
            .collect(Collectors.groupingBy(LedgerTables.EndNotice::appeal, Collectors.counting()));
    List<LedgerTables.EndNotice> whole =
        notices.stream()
            .filter(notice ->
                switch (notice.kind()) {
                  case ANSWERED -> true;
                  case PART_ANSWERED ->
                      partsTold
                          .getOrDefault(notice.appeal(), 0L)
                          .equals(partsOf.getOrDefault(notice.appeal(), 0).longValue());
                  case REGISTERED, ROUTED, REGISTERED_AND_ROUTED, REDIRECTED, EXTENDED -> false;
                  case FORWARDED, SPLIT, CLARIFICATION_ASKED, REFUSED -> false;
                  case CORRESPONDENCE_ENDED, REOPENED -> false;
                })
            .toList();
    return endings(cases, Set.of(AppealStatus.ANSWERED), published, whole);
  }

  /** Those that were forwarded or refused, or whose correspondence was ended. */
  Endings endedOtherwise(
      Map<AppealId, AppealStatus> cases, Collection<LedgerTables.EndNotice> notices) {
    return endings(
        cases,
        Set.of(AppealStatus.FORWARDED, AppealStatus.REFUSED, AppealStatus.CORRESPONDENCE_ENDED),
        endedOtherwise,
        notices.stream()
            .filter(notice ->
                notice.kind() != NoticeKind.ANSWERED && notice.kind() != NoticeKind.PART_ANSWERED)
            .toList());
  }

  private Endings endings(
      Map<AppealId, AppealStatus> cases,
      Set<AppealStatus> statuses,
      Set<AppealId> published,
      Collection<LedgerTables.EndNotice> notices) {
    Set<AppealId> ended =
        cases.entrySet().stream()
            .filter(entry -> statuses.contains(entry.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    Set<AppealId> unsent =
        notices.stream()
            .filter(notice -> !notice.isSent())
            .map(LedgerTables.EndNotice::appeal)
            .filter(ended::contains)
            .collect(Collectors.toUnmodifiableSet());
    return new Endings(
        ended,
        published.stream()
            .filter(appeal -> ended.contains(appeal) || !reopened.contains(appeal))
            .collect(Collectors.toUnmodifiableSet()),
        notices.stream()
            .map(LedgerTables.EndNotice::appeal)
            .filter(ended::contains)
            .filter(appeal -> !unsent.contains(appeal))
            .collect(Collectors.toUnmodifiableSet()),
        unsent);
  }
}
