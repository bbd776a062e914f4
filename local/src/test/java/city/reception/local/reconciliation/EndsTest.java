package city.reception.local.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AnswerGiven;
import city.reception.events.AppealId;
import city.reception.events.AppealStatus;
import city.reception.events.CasePart;
import city.reception.events.CaseSummary;
import city.reception.events.CommitteeId;
import city.reception.events.ForwardExplained;
import city.reception.events.LocalizedText;
import city.reception.events.NoticeKind;
import city.reception.events.PartAnswerGiven;
import city.reception.events.RegistrationNumber;
import city.reception.events.SplitExplained;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndsTest {

  private static final AppealId APPEAL = AppealId.of("portal", "0000000000000001");
  private static final AppealId OTHER = AppealId.of("portal", "0000000000000002");

  private final Ends ends = new Ends();

  @Test
  void aForwardedAppealIsNoAnsweredOne() {
    ends.add(new ForwardExplained(summary(APPEAL), Instant.EPOCH, "Инспекция", "Её.", "Белова"));
    Map<AppealId, AppealStatus> cases = Map.of(APPEAL, AppealStatus.FORWARDED);
    var notices = List.of(new LedgerTables.EndNotice(APPEAL, NoticeKind.FORWARDED, true));

    assertThat(ends.answered(cases, notices))
        .isEqualTo(new Endings(Set.of(), Set.of(), Set.of(), Set.of()));
    assertThat(ends.endedOtherwise(cases, notices))
        .isEqualTo(new Endings(Set.of(APPEAL), Set.of(APPEAL), Set.of(APPEAL), Set.of()));
  }

  @Test
  void aSplitAppealIsAnsweredAndToldWhenAllItsPartsAre() {
    CasePart one = new CasePart(1, OTHER, CommitteeId.RECEPTION, "О парке.");
    CasePart two = new CasePart(2, OTHER, CommitteeId.RECEPTION, "О лифте.");
    ends.add(
        new SplitExplained(summary(APPEAL), Instant.EPOCH, List.of(one, two), "Два.", "Белова"));
    ends.add(answer(one));
    var told = new LedgerTables.EndNotice(APPEAL, NoticeKind.PART_ANSWERED, true);

    assertThat(ends.answered(Map.of(APPEAL, AppealStatus.SPLIT), List.of(told)))
        .isEqualTo(new Endings(Set.of(), Set.of(), Set.of(), Set.of()));

    ends.add(answer(two));
    Map<AppealId, AppealStatus> answered = Map.of(APPEAL, AppealStatus.ANSWERED);
    assertThat(ends.answered(answered, List.of(told)).told()).isEmpty();
    assertThat(ends.answered(answered, List.of(told, told)))
        .isEqualTo(new Endings(Set.of(APPEAL), Set.of(APPEAL), Set.of(APPEAL), Set.of()));
  }

  @Test
  void aReopenedAppealIsNotAnsweredUntilItIsAgain() {
    ends.add(new AnswerGiven(summary(APPEAL), Instant.EPOCH, "Да.", "Белова"));
    ends.addReopened(APPEAL);
    var told = List.of(new LedgerTables.EndNotice(APPEAL, NoticeKind.ANSWERED, true));

    assertThat(ends.answered(Map.of(APPEAL, AppealStatus.ROUTED), told).published()).isEmpty();
    assertThat(ends.answered(Map.of(APPEAL, AppealStatus.ANSWERED), told).published())
        .containsExactly(APPEAL);
  }

  private static PartAnswerGiven answer(CasePart part) {
    return new PartAnswerGiven(
        summary(APPEAL), Instant.EPOCH, part, AppealStatus.ANSWERED, null, "Да.", null, "Белова");
  }

  private static CaseSummary summary(AppealId appeal) {
    return new CaseSummary(
        appeal,
        2,
        0,
        AppealStatus.ANSWERED,
        new RegistrationNumber("МГД-2026-000001"),
        CommitteeId.RECEPTION,
        Instant.EPOCH,
        Instant.EPOCH,
        new LocalizedText("30 дней", "30 days"));
  }
}
