package city.reception.router.lifecycle;

import static city.reception.router.lifecycle.CaseStory.EDUCATION;
import static city.reception.router.lifecycle.CaseStory.anAppeal;
import static city.reception.router.lifecycle.LifecycleTables.inWords;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.CommitteeId;
import city.reception.events.EventId;
import city.reception.events.IdentityAssurance;
import city.reception.events.RefusalGround;
import city.reception.events.RoutingDecision.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The other ends of a case, and the terms of each. */
class GroundsAndTermsTest {

  private static final Instant SINCE_2030 = Instant.parse("2030-06-03T09:00:00Z");

  @Test
  void aGroundThatTheRulesDoNotKnowIsRefusedAndTheResidentIsToldWhatOneMeansAndByWhichArticle() {
    CaseStory story = anAppeal().registered().takenUp();

    assertThat(inWords(story.decisionOn(story.refuse(RefusalGround.UNIDENTIFIED_SENDER))))
        .isEqualTo("GROUND_NOT_ALLOWED");
    story.refused();
    CaseEvent.Refused refused = (CaseEvent.Refused) story.journal().getLast();
    assertThat(refused.explanation().ru()).isEqualTo("Ответ не даётся (59-ФЗ, статья 11).");
    assertThat(refused.late()).as("there is no term").isFalse();
  }

  @Test
  void anAnswerThatIsAlreadyPublishedHasAnAddress() {
    CaseStory story = anAppeal().registered();

    assertThat(inWords(story.decisionOn(story.refuse(RefusalGround.ALREADY_PUBLISHED))))
        .isEqualTo("PUBLISHED_ADDRESS_MISSING");
    assertThat(
            inWords(
                story.decisionOn(
                    new CaseCommand.Refuse(
                        EDUCATION,
                        1,
                        "депутат",
                        RefusalGround.ALREADY_PUBLISHED,
                        null,
                        "https://duma.example/1",
                        story.takeUp().at()))))
        .isEqualTo("Refused -");
  }

  @Test
  void whatIsDoneAfterSevenDaysIsDoneAllTheSameAndNotedAsLate() {
    assertThat(forwardedAfter(Duration.ofDays(3)).late()).isFalse();
    assertThat(forwardedAfter(Duration.ofDays(8)).late()).isTrue();
    CaseStory unreadable = anAppeal().registered().after(Duration.ofDays(8));
    Decision.Accepted refused =
        (Decision.Accepted) unreadable.decisionOn(unreadable.refuse(RefusalGround.UNREADABLE));
    assertThat(((CaseEvent.Refused) refused.events().getFirst()).late()).isTrue();
  }

  @Test
  void aPaperLetterThatIsRegisteredAfterThreeDaysIsRegisteredAllTheSameAndNotedAsLate() {
    // It came in on Thursday 19 November, so the term ends on the Friday.
    assertThat(((CaseEvent.Registered) anAppeal().registered().journal().getFirst()).late())
        .isFalse();
    CaseStory late = anAppeal().after(Duration.ofDays(1)).registered();
    assertThat(((CaseEvent.Registered) late.journal().getFirst()).late()).isTrue();
    assertThat(late.inTheRegistry()).isInstanceOf(CaseState.Routed.class);
    CaseEvent.Registered electronic =
        (CaseEvent.Registered)
            registered(IdentityAssurance.ACCOUNT, null, SINCE_2030).events().getFirst();
    assertThat(electronic.late()).as("registered as it came").isNull();
  }

  @Test
  void onlyTheCorrespondenceOnARepeatIsEndedAndThenItStaysEnded() {
    CaseStory first = anAppeal().registered();
    assertThat(inWords(first.decisionOn(first.endCorrespondence()))).isEqualTo("NOT_A_REPEAT");

    CaseStory repeat = anAppeal().registeredAsARepeat().correspondenceEnded();
    assertThat(inWords(repeat.decisionOn(repeat.reopen()))).isEqualTo("CORRESPONDENCE_ENDED");
  }

  @Test
  void anAnswerIsRatedOnceAndTheCaseReopenedWithinItsTermWithANewOneForTheSameCommittee() {
    CaseStory story = anAppeal().registered().takenUp().extended().answered().rated();
    assertThat(inWords(story.decisionOn(story.rate()))).isEqualTo("ALREADY_RATED");
    CaseStory late = anAppeal().registered().answered().after(Duration.ofDays(30));
    assertThat(inWords(late.decisionOn(late.reopen()))).isEqualTo("REOPENING_TOO_LATE");

    story.reopened();
    CaseFile file = story.inTheRegistry().file();
    assertThat(story.inTheRegistry()).isInstanceOf(CaseState.Routed.class);
    assertThat(file.committee()).isEqualTo(EDUCATION);
    assertThat(file.dueAtExplanation().ru())
        .contains("30 дней со дня возобновления рассмотрения 20.11.2026");
    assertThat(file.dueAt())
        .isEqualTo(TestRules.DEADLINES.reopened(TestRules.OF_2006, file.termFrom()).at());

    story.takenUp().extended();
    assertThat(story.inTheRegistry().file().dueAtExplanation().ru())
        .contains("возобновления рассмотрения 20.11.2026")
        .contains("продлено на 30");
    assertThat(inWords(story.decisionOn(story.extend(1)))).isEqualTo("ALREADY_EXTENDED");
    assertThat(inWords(story.answered().decisionOn(story.rate()))).isEqualTo("Rated");
  }

  @Test
  void aQuestionDoesNotStopTheClockAndMayBeAnsweredWhoeverHoldsTheCaseBy() {
    CaseStory story = anAppeal().registered().asked();
    assertThat(story.inTheRegistry().file().dueAt())
        .isEqualTo(anAppeal().registered().inTheRegistry().file().dueAt());

    assertThat(story.clarified().inTheRegistry()).isInstanceOf(CaseState.TakenUp.class);
    CaseStory moved = anAppeal().registered().asked().redirectedTo(CaseStory.HEALTH).clarified();
    assertThat(moved.inTheRegistry()).isInstanceOf(CaseState.Routed.class);
  }

  @Test
  void aRequestHasFifteenDaysOfItsOwnAndTheEarliestOneIsWaitedFor() {
    CaseStory story = anAppeal().registered().takenUp();
    Decision.Accepted asked = (Decision.Accepted) story.decisionOn(story.requestInformation());
    CaseEvent.InformationRequested event =
        (CaseEvent.InformationRequested) asked.events().getFirst();
    assertThat(event.dueAtExplanation().ru())
        .contains("15 дней со дня запроса 20.11.2026 (закон города Москвы о статусе депутата)");
    assertThat(asked.timers()).hasSize(1);

    Requests one = Requests.NONE.asked(new EventId("a"), SINCE_2030);
    Requests two = one.asked(new EventId("b"), SINCE_2030.minusSeconds(60));
    assertThat(two.next()).map(Requests.Request::id).contains(new EventId("b"));
    assertThat(two.generation()).isEqualTo(2);
    assertThat(two.overdue(new EventId("b")).generation()).isEqualTo(3);
    assertThat(two.replied(new EventId("a")).generation()).as("nothing else is due").isEqualTo(2);
    assertThat(two.over().asked(new EventId("c"), SINCE_2030).generation()).isEqualTo(3);

    story.informationRequested().requestOverdue();
    assertThat(inWords(story.decisionOn(story.raiseRequest()))).as("told once").isEqualTo("-");
    assertThat(inWords(story.decisionOn(story.recordReply()))).isEqualTo("RequestReplied");
    story.requestReplied();
    assertThat(inWords(story.decisionOn(story.recordReply()))).isEqualTo("UNKNOWN_REQUEST");
  }

  @Test
  void whereTheRulesSaySoAnElectronicAppealOfAnUnidentifiedSenderGoesToTheClerksFirst() {
    assertThat(routed(IdentityAssurance.NONE, null)).isEqualTo(CommitteeId.RECEPTION);
    assertThat(routed(IdentityAssurance.EMAIL_CONFIRMED, null)).isEqualTo(CommitteeId.RECEPTION);
    assertThat(routed(IdentityAssurance.ACCOUNT, null)).isEqualTo(EDUCATION);
    assertThat(routed(IdentityAssurance.VERIFIED, null)).isEqualTo(EDUCATION);
    assertThat(routed(null, null)).as("not electronic").isEqualTo(EDUCATION);
    assertThat(routed(IdentityAssurance.NONE, LocalDate.of(2030, 6, 1)))
        .as("a day of receipt makes no paper of it")
        .isEqualTo(CommitteeId.RECEPTION);
    assertThat(routed(null, LocalDate.of(2030, 6, 1))).as("paper").isEqualTo(EDUCATION);
    assertThat(routed(IdentityAssurance.NONE, null, CaseStory.BEGINNING)).isEqualTo(EDUCATION);
  }

  private static CommitteeId routed(
      @Nullable IdentityAssurance assurance, @Nullable LocalDate receivedOn) {
    return routed(assurance, receivedOn, SINCE_2030);
  }

  private static CommitteeId routed(
      @Nullable IdentityAssurance assurance, @Nullable LocalDate receivedOn, Instant at) {
    CaseEvent.Routed routed =
        (CaseEvent.Routed) registered(assurance, receivedOn, at).events().getLast();
    if (routed.route().committee().equals(CommitteeId.RECEPTION)) {
      assertThat(routed.route().rule()).isEqualTo(Rule.UNCERTAIN);
      assertThat(routed.route().candidates()).isNotEqualTo(List.of());
    }
    return routed.route().committee();
  }

  private static Decision.Accepted registered(
      @Nullable IdentityAssurance assurance, @Nullable LocalDate receivedOn, Instant at) {
    AppealContent content = CaseStory.content();
    return (Decision.Accepted)
        new CaseLifecycle(TestRules.DEADLINES)
            .decide(
                new CaseState.Unregistered(),
                new CaseCommand.Register(
                    CaseStory.NUMBER,
                    new AppealContent(
                        content.kind(),
                        content.channel(),
                        content.applicant(),
                        content.addressee(),
                        content.subject(),
                        content.text(),
                        content.location(),
                        receivedOn,
                        content.receivedAt(),
                        assurance,
                        null,
                        content.initiativeDirection(),
                        null),
                    CaseStory.DIGEST,
                    CaseStory.route(EDUCATION),
                    Ties.NONE,
                    at));
  }

  private static CaseEvent.Forwarded forwardedAfter(Duration time) {
    return (CaseEvent.Forwarded)
        anAppeal().registered().after(time).forwarded().journal().getLast();
  }
}
