package city.reception.notifications.notice;

import static city.reception.notifications.AppealOfTest.ECOLOGY;
import static city.reception.notifications.AppealOfTest.IT;
import static city.reception.notifications.AppealOfTest.anAppeal;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AnswerGiven;
import city.reception.events.AppealId;
import city.reception.events.AppealStatus;
import city.reception.events.CaseClarificationAsked;
import city.reception.events.CaseCorrespondenceEnded;
import city.reception.events.CaseExtended;
import city.reception.events.CaseForwarded;
import city.reception.events.CasePart;
import city.reception.events.CasePartEnded;
import city.reception.events.CaseRedirected;
import city.reception.events.CaseRefused;
import city.reception.events.CaseReopened;
import city.reception.events.CaseRouted;
import city.reception.events.CaseSplit;
import city.reception.events.CaseSummary;
import city.reception.events.CaseTakenUp;
import city.reception.events.CorrespondenceEndExplained;
import city.reception.events.EventId;
import city.reception.events.ExtensionExplained;
import city.reception.events.ForwardExplained;
import city.reception.events.LocalizedText;
import city.reception.events.NoticeDelivery.NoticeMedium;
import city.reception.events.NoticeKind;
import city.reception.events.PartAnswerGiven;
import city.reception.events.QuestionAsked;
import city.reception.events.RefusalExplained;
import city.reception.events.RefusalGround;
import city.reception.events.Reply;
import city.reception.events.SplitExplained;
import city.reception.events.StatusChanged;
import city.reception.notifications.AppealOfTest;
import city.reception.notifications.notice.PlannedNotice.Answer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoticePolicyTest {

  private final AppealOfTest appeal = anAppeal();
  private final EventId event = new EventId("an-event");

  @Test
  void registrationAndRouteTogetherAreOneNotice() {
    assertThat(kindsOf(appeal.registered(true), appeal.routed(true)))
        .containsExactly(NoticeKind.REGISTERED_AND_ROUTED);
  }

  @Test
  void registrationAndRouteApartAreTwo() {
    assertThat(kindsOf(appeal.registered(false), appeal.routed(false)))
        .containsExactly(NoticeKind.REGISTERED, NoticeKind.ROUTED);
  }

  @Test
  void aRedirectIsTold() {
    assertThat(kindsOf(appeal.redirected(2, IT, ECOLOGY))).containsExactly(NoticeKind.REDIRECTED);
  }

  @Test
  void whatTheCommitteeDoesWithinItselfAndWhatTheResidentDidIsNotTold() {
    var takenUp = new CaseTakenUp(appeal.summary(2, 0, AppealStatus.TAKEN_UP, IT), Instant.EPOCH);

    assertThat(kindsOf(takenUp, appeal.withdrawn(2))).isEmpty();
  }

  @Test
  void anAnswerIsToldOnceWithItsText() {
    assertThat(kindsOf(appeal.answered(2))).isEmpty();
    assertThat(NoticePolicy.of(event, appeal.answerGiven(2, "Ямы засыпаны.")))
        .hasValueSatisfying(notice -> {
          assertThat(notice.kind()).isEqualTo(NoticeKind.ANSWERED);
          assertThat(notice.answer()).isEqualTo(new Answer("Ямы засыпаны.", "Петрова П. П."));
        });
  }

  @Test
  void anExtensionIsToldOnceWithItsReason() {
    var summary = appeal.summary(2, 0, AppealStatus.TAKEN_UP, IT);

    assertThat(kindsOf(new CaseExtended(summary, Instant.EPOCH, 30))).isEmpty();
    assertThat(
            NoticePolicy.of(
                event,
                new ExtensionExplained(
                    summary, Instant.EPOCH, 30, "Запрошены документы.", "Петрова П. П.")))
        .hasValueSatisfying(notice -> {
          assertThat(notice.kind()).isEqualTo(NoticeKind.EXTENDED);
          assertThat(notice.answer())
              .isEqualTo(new Answer("Запрошены документы.", "Петрова П. П."));
        });
  }

  @Test
  void eachWrittenStepIsToldOnceFromTheReplyThatCarriesItsWords() {
    var over = appeal.summary(2, 0, AppealStatus.REFUSED, IT);
    var part = new CasePart(1, new AppealId(new UUID(0, 1)), ECOLOGY, "О парке.");
    LocalizedText ground = new LocalizedText("Статья 11.", "Article 11.");

    assertThat(
            kindsOf(
                new CaseForwarded(over, Instant.EPOCH, false),
                new CaseSplit(over, Instant.EPOCH, List.of(ECOLOGY, IT), false),
                new CasePartEnded(over, Instant.EPOCH, 1, part.appealId(), AppealStatus.ANSWERED),
                new CaseClarificationAsked(over, Instant.EPOCH),
                new CaseRefused(over, Instant.EPOCH, RefusalGround.UNCLEAR, false),
                new CaseCorrespondenceEnded(over, Instant.EPOCH)))
        .isEmpty();
    assertThat(
            toldOf(
                new ForwardExplained(over, Instant.EPOCH, "Инспекция", "Надзор её.", "Белова"),
                new SplitExplained(over, Instant.EPOCH, List.of(part, part), "Два.", "Белова"),
                new PartAnswerGiven(
                    over, Instant.EPOCH, part, AppealStatus.ANSWERED, null, "Да.", null, "Белова"),
                new QuestionAsked(over, Instant.EPOCH, "Какой?", "Белова"),
                new RefusalExplained(
                    over, Instant.EPOCH, RefusalGround.UNCLEAR, ground, null, null, "Белова"),
                new CorrespondenceEndExplained(over, Instant.EPOCH, "Без доводов.", "Белова")))
        .containsExactly(
            NoticeKind.FORWARDED,
            NoticeKind.SPLIT,
            NoticeKind.PART_ANSWERED,
            NoticeKind.CLARIFICATION_ASKED,
            NoticeKind.REFUSED,
            NoticeKind.CORRESPONDENCE_ENDED);
    assertThat(kindsOf(new CaseReopened(over, Instant.EPOCH))).containsExactly(NoticeKind.REOPENED);
  }

  @Test
  void ofAPartNothingIsToldByItself() {
    CaseSummary whole = appeal.summary(2, 0, AppealStatus.ANSWERED, IT);
    CaseSummary part =
        new CaseSummary(
            whole.appealId(),
            2,
            0,
            AppealStatus.ANSWERED,
            whole.registrationNumber(),
            IT,
            whole.registeredAt(),
            whole.dueAt(),
            whole.dueAtExplanation(),
            new AppealId(new UUID(0, 1)));

    assertThat(
            kindsOf(
                new CaseRouted(part, Instant.EPOCH, true),
                new CaseRedirected(part, Instant.EPOCH, ECOLOGY),
                new CaseReopened(part, Instant.EPOCH)))
        .isEmpty();
    assertThat(toldOf(new AnswerGiven(part, Instant.EPOCH, "Да.", "Белова"))).isEmpty();
  }

  @Test
  void theSameEventIsAlwaysTheSameNotice() {
    PlannedNotice notice = NoticePolicy.of(event, appeal.routed(true)).orElseThrow();

    assertThat(notice.id()).isEqualTo(EventId.derived("notice", "an-event", "EMAIL"));
    assertThat(notice.medium()).isEqualTo(NoticeMedium.EMAIL);
    assertThat(NoticePolicy.of(event, appeal.routed(true))).hasValue(notice);
  }

  private List<NoticeKind> toldOf(Reply... replies) {
    return List.of(replies).stream()
        .flatMap(reply -> NoticePolicy.of(event, reply).stream())
        .map(PlannedNotice::kind)
        .toList();
  }

  private List<NoticeKind> kindsOf(StatusChanged... changes) {
    return List.of(changes).stream()
        .flatMap(change -> NoticePolicy.of(event, change).stream())
        .map(PlannedNotice::kind)
        .toList();
  }
}
