package city.reception.router.lifecycle;

import static city.reception.router.lifecycle.CaseStory.ACCUSED;
import static city.reception.router.lifecycle.CaseStory.CULTURE;
import static city.reception.router.lifecycle.CaseStory.HEALTH;
import static city.reception.router.lifecycle.CaseStory.anAppeal;
import static city.reception.router.lifecycle.CaseStory.part;
import static city.reception.router.lifecycle.LifecycleTables.inWords;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealStatus;
import city.reception.events.CommitteeId;
import city.reception.events.Correspondence.Exchange;
import city.reception.events.RoutingDecision.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What becomes of a split appeal and its parts (59-FZ, article 8.4). */
class PartsTest {

  @Test
  void aPartHasTheDeadlineOfTheWholeTheCommitteeItWasGivenToAndKnowsWhatItIsAPartOf() {
    CaseFile file = CaseStory.aPart().inTheRegistry().file();

    assertThat(file.committee()).isEqualTo(HEALTH);
    assertThat(file.dueAt()).isEqualTo(CaseStory.openedPart().copy().dueAt());
    assertThat(file.dueAtExplanation().en()).isEqualTo("the deadline of the whole");
    assertThat(file.content().part()).isEqualTo(CaseStory.openedPart().copy().part());
    assertThat(file.progress().allTies().parent()).isEqualTo(CaseStory.WHOLE);
    assertThat(CaseStory.aPart().journal().getLast())
        .isInstanceOfSatisfying(
            CaseEvent.Routed.class,
            routed -> assertThat(routed.route().rule()).isEqualTo(Rule.PART));
  }

  @Test
  void aPartIsNeitherSplitNorExtendedNorAskedAboutAndItsResidentSpeaksThroughTheWhole() {
    CaseStory part = CaseStory.aPart().takenUp();

    assertThat(inWords(part.decisionOn(part.splitAmong(HEALTH, CULTURE)))).isEqualTo("IS_A_PART");
    assertThat(inWords(part.decisionOn(part.extend(10)))).isEqualTo("IS_A_PART");
    assertThat(inWords(part.decisionOn(part.askClarification()))).isEqualTo("IS_A_PART");
    assertThat(inWords(part.decisionOn(part.withdraw()))).isEqualTo("IS_A_PART");
    assertThat(inWords(part.decisionOn(part.clarify()))).isEqualTo("IS_A_PART");
    part.answered();
    assertThat(inWords(part.decisionOn(part.rate()))).isEqualTo("IS_A_PART");
    assertThat(inWords(part.decisionOn(part.reopen()))).isEqualTo("IS_A_PART");
  }

  @Test
  void anAppealThatIsSplitAfterSevenDaysIsSplitAllTheSameAndNotedAsLate() {
    // Registered on Friday 20 November; the seventh day is the Friday after.
    Duration toTheLastHour = Duration.ofDays(7).plusHours(10);

    assertThat(splitAfter(toTheLastHour).late()).isFalse();
    assertThat(splitAfter(toTheLastHour.plusHours(1)).late()).isTrue();
  }

  @Test
  void aPartMayBeRedirectedAndAnsweredThere() {
    CaseStory part = CaseStory.aPart().redirectedTo(CULTURE).takenUp().answered();

    assertThat(part.inTheRegistry().status()).isEqualTo(AppealStatus.ANSWERED);
  }

  @Test
  void theWholeIsAnsweredWithTheLastOfItsParts() {
    CaseStory whole = anAppeal().registered().split();
    assertThat(inWords(whole.decisionOn(whole.endPart(1)))).isEqualTo("PartEnded");

    whole.partEnded(1);
    assertThat(whole.inTheRegistry().status()).isEqualTo(AppealStatus.SPLIT);
    assertThat(inWords(whole.decisionOn(whole.endPart(1)))).as("told again").isEqualTo("nothing");
    assertThat(inWords(whole.decisionOn(whole.endPart(9)))).isEqualTo("UNKNOWN_PART");

    whole.partEnded(2);
    assertThat(whole.inTheRegistry().status()).isEqualTo(AppealStatus.ANSWERED);
    assertThat(inWords(whole.decisionOn(whole.endPart(2)))).isEqualTo("nothing");
  }

  @Test
  void aWholeThatIsOpenedAgainMayBeSplitAgain() {
    CaseStory whole =
        anAppeal().registered().split().partEnded(1).partEnded(2).reopened().split().partEnded(2);

    assertThat(whole.inTheRegistry().status()).isEqualTo(AppealStatus.SPLIT);
  }

  @Test
  void aPartThatIsWithdrawnBeforeItIsOpenedIsNeverOpen() {
    CaseStory part = CaseStory.anAppeal();

    part.hears(part.withdrawPart());
    assertThat(part.inTheRegistry().status()).isEqualTo(AppealStatus.WITHDRAWN);
    assertThat(part.journal()).hasSize(3);

    assertThat(inWords(part.decisionOn(part.openPart()))).isEqualTo("nothing");
    assertThat(inWords(part.decisionOn(part.extendPart()))).isEqualTo("nothing");
  }

  @Test
  void aPartThatIsExtendedBeforeItIsOpenedIsOpenedWithTheNewDeadline() {
    CaseStory part = CaseStory.anAppeal();

    part.hears(part.extendPart());
    assertThat(part.inTheRegistry().file().dueAt()).isEqualTo(part.extendPart().copy().dueAt());

    assertThat(inWords(part.decisionOn(part.openPart()))).isEqualTo("nothing");
    assertThat(inWords(part.decisionOn(part.extendPart()))).isEqualTo("nothing");
  }

  @Test
  void aPartBeginsWithWhatWasSaidBeforeTheSplitAndHearsOnceWhatIsSaidAfterIt() {
    CaseStory part = CaseStory.aPart().takenUp();
    assertThat(said(part)).containsExactly(CaseStory.SAID_BEFORE);
    assertThat(inWords(part.decisionOn(part.clarifyPart(CaseStory.SAID_BEFORE))))
        .isEqualTo("nothing");

    part.hears(part.clarifyPart());

    assertThat(part.inTheRegistry().status()).isEqualTo(AppealStatus.TAKEN_UP);
    assertThat(said(part)).containsExactly(CaseStory.SAID_BEFORE, part.clarifyPart().text());
    assertThat(inWords(part.decisionOn(part.clarifyPart()))).as("told again").isEqualTo("nothing");
  }

  @Test
  void aPartThatHearsTheResidentBeforeItIsOpenedIsOpenedByThat() {
    CaseStory part = CaseStory.anAppeal();

    part.hears(part.clarifyPart());

    assertThat(part.inTheRegistry().status()).isEqualTo(AppealStatus.ROUTED);
    assertThat(said(part)).as("as the copy says").containsExactly(CaseStory.SAID_BEFORE);
    assertThat(inWords(part.decisionOn(part.openPart()))).isEqualTo("nothing");
  }

  @Test
  void theTermOfAWholeIsExtendedOnceAndThatOfItsPartsWithIt() {
    CaseStory whole = anAppeal().registered().split().extended();
    assertThat(inWords(whole.decisionOn(whole.extend(1)))).isEqualTo("ALREADY_EXTENDED");

    CaseStory part = CaseStory.aPart();
    assertThat(inWords(part.decisionOn(part.extendPart()))).isEqualTo("Extended - +");
    part.hears(part.extendPart());
    assertThat(part.inTheRegistry().file().dueAt())
        .isEqualTo(CaseStory.openedPart().copy().dueAt().plus(Duration.ofDays(30)));
  }

  @Test
  void aComplaintIsNeitherRedirectedNorSplitToThoseComplainedAbout() {
    CaseStory story = anAppeal().registered().takenUp();
    CommitteeId nowhere = new CommitteeId("nowhere");

    assertThat(inWords(story.decisionOn(story.redirectTo(ACCUSED)))).isEqualTo("COMPLAINED_ABOUT");
    assertThat(inWords(story.decisionOn(story.splitAmong(HEALTH, ACCUSED))))
        .isEqualTo("COMPLAINED_ABOUT");
    assertThat(inWords(story.decisionOn(story.splitAmong(HEALTH, nowhere))))
        .isEqualTo("UNKNOWN_COMMITTEE");
    CaseStory ofTheWhole = CaseStory.aPart();
    assertThat(inWords(ofTheWhole.decisionOn(ofTheWhole.redirectTo(ACCUSED))))
        .isEqualTo("COMPLAINED_ABOUT");
    assertThat(part(1)).isNotEqualTo(part(2)).isEqualTo(part(1));
  }

  private static List<String> said(CaseStory story) {
    return Objects.requireNonNull(story.inTheRegistry().file().progress().correspondence())
        .exchanges()
        .stream()
        .map(Exchange::text)
        .toList();
  }

  private static CaseEvent.Split splitAfter(Duration time) {
    return (CaseEvent.Split) anAppeal().registered().after(time).split().journal().getLast();
  }
}
