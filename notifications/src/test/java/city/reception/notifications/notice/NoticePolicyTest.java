package city.reception.notifications.notice;

import static city.reception.notifications.AppealOfTest.ECOLOGY;
import static city.reception.notifications.AppealOfTest.IT;
import static city.reception.notifications.AppealOfTest.anAppeal;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealStatus;
import city.reception.events.CaseExtended;
import city.reception.events.CaseTakenUp;
import city.reception.events.EventId;
import city.reception.events.ExtensionExplained;
import city.reception.events.NoticeDelivery.NoticeMedium;
import city.reception.events.NoticeKind;
import city.reception.events.StatusChanged;
import city.reception.notifications.AppealOfTest;
import city.reception.notifications.notice.PlannedNotice.Answer;
import java.time.Instant;
import java.util.List;
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
  void theSameEventIsAlwaysTheSameNotice() {
    PlannedNotice notice = NoticePolicy.of(event, appeal.routed(true)).orElseThrow();

    assertThat(notice.id()).isEqualTo(EventId.derived("notice", "an-event", "EMAIL"));
    assertThat(notice.medium()).isEqualTo(NoticeMedium.EMAIL);
    assertThat(NoticePolicy.of(event, appeal.routed(true))).hasValue(notice);
  }

  private List<NoticeKind> kindsOf(StatusChanged... changes) {
    return List.of(changes).stream()
        .flatMap(change -> NoticePolicy.of(event, change).stream())
        .map(PlannedNotice::kind)
        .toList();
  }
}
