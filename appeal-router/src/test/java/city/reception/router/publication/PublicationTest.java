package city.reception.router.publication;

import static city.reception.router.lifecycle.CaseStory.EDUCATION;
import static city.reception.router.lifecycle.CaseStory.HEALTH;
import static city.reception.router.lifecycle.CaseStory.MARKER;
import static city.reception.router.lifecycle.CaseStory.anAppeal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.ActionDone;
import city.reception.events.ActionRefused;
import city.reception.events.AnswerGiven;
import city.reception.events.AppealEvent;
import city.reception.events.AppealId;
import city.reception.events.AppealRouted;
import city.reception.events.AppealStatus;
import city.reception.events.CaseAnswered;
import city.reception.events.CaseClarified;
import city.reception.events.CaseRegistered;
import city.reception.events.CaseSignal;
import city.reception.events.CaseSummary;
import city.reception.events.CaseTimer;
import city.reception.events.CaseWithdrawn;
import city.reception.events.ChildEnded;
import city.reception.events.ChildOpened;
import city.reception.events.ClarificationReceived;
import city.reception.events.CommitteeMessage;
import city.reception.events.CommitteeReminded;
import city.reception.events.Correspondence.Exchange;
import city.reception.events.Correspondence.Kind;
import city.reception.events.EventId;
import city.reception.events.ExtensionExplained;
import city.reception.events.ParentClarified;
import city.reception.events.ParentExtended;
import city.reception.events.ParentWithdrawn;
import city.reception.events.RefusalReason;
import city.reception.events.Reply;
import city.reception.events.RoutingDecision.Rule;
import city.reception.events.StatusChanged;
import city.reception.events.Topics;
import city.reception.events.codec.Envelope;
import city.reception.events.codec.EventCodec;
import city.reception.router.lifecycle.CaseEvent;
import city.reception.router.lifecycle.CaseFile;
import city.reception.router.lifecycle.CaseState;
import city.reception.router.lifecycle.CaseStory;
import city.reception.router.lifecycle.Lives;
import city.reception.router.lifecycle.Lives.Ask;
import city.reception.router.lifecycle.Lives.Step;
import city.reception.router.lifecycle.SealedFamily;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What the world is told of what happened to a case. */
class PublicationTest {

  private static final AppealId APPEAL = AppealId.of("portal", "publication");
  private static final EventCodec CODEC = new EventCodec();
  private static final String STATUS = Topics.STATUS_CHANGED.name();
  private static final String REPLY = Topics.REPLY.name();
  private static final String SIGNAL = Topics.CASE_SIGNAL.name();
  private static final String TO_EDUCATION = Topics.routed(EDUCATION).name();
  private static final String TO_HEALTH = Topics.routed(HEALTH).name();

  /** What each entry of a journal becomes, and where; the case moves from education to health. */
  private static final Map<String, List<String>> TOLD =
      Map.ofEntries(
          entry("Registered", STATUS + " CaseRegistered"),
          entry("Routed", STATUS + " CaseRouted", TO_EDUCATION + " AppealRouted"),
          entry("TakenUp", STATUS + " CaseTakenUp"),
          entry("Redirected", STATUS + " CaseRedirected", TO_HEALTH + " AppealRouted"),
          entry("Reminded", TO_HEALTH + " CommitteeReminded"),
          entry("Extended", STATUS + " CaseExtended", REPLY + " ExtensionExplained"),
          entry("Answered", STATUS + " CaseAnswered", REPLY + " AnswerGiven"),
          entry("AnsweredInParts", STATUS + " CaseAnswered"),
          entry("Withdrawn", STATUS + " CaseWithdrawn"),
          entry("Forwarded", STATUS + " CaseForwarded", REPLY + " ForwardExplained"),
          entry(
              "Split",
              STATUS + " CaseSplit",
              REPLY + " SplitExplained",
              SIGNAL + " ChildOpened",
              SIGNAL + " ChildOpened"),
          entry("PartEnded", STATUS + " CasePartEnded", REPLY + " PartAnswerGiven"),
          entry("ClarificationAsked", STATUS + " CaseClarificationAsked", REPLY + " QuestionAsked"),
          entry("Clarified", STATUS + " CaseClarified", TO_HEALTH + " ClarificationReceived"),
          entry("Refused", STATUS + " CaseRefused", REPLY + " RefusalExplained"),
          entry(
              "CorrespondenceEnded",
              STATUS + " CaseCorrespondenceEnded",
              REPLY + " CorrespondenceEndExplained"),
          entry("Rated", STATUS + " CaseRated", TO_HEALTH + " RatingReceived"),
          entry("Reopened", STATUS + " CaseReopened", TO_HEALTH + " AppealRouted"),
          entry(
              "InformationRequested",
              STATUS + " CaseInformationRequested",
              TO_HEALTH + " InformationRequested"),
          entry("RequestReplied", STATUS + " CaseRequestReplied", TO_HEALTH + " RequestReplied"),
          entry("RequestOverdue", TO_HEALTH + " CommitteeReminded"),
          entry("JoinedCampaign", TO_HEALTH + " AppealJoinedCampaign"));

  private static Map.Entry<String, List<String>> entry(String event, String... told) {
    return Map.entry(event, List.of(told));
  }

  private static CaseStory movedToHealth() {
    return anAppeal().registered().takenUp().redirectedTo(HEALTH).reminded();
  }

  @Provide
  Arbitrary<List<Ask>> asks() {
    return Lives.asks();
  }

  @Test
  void everyEntryOfAJournalIsToldOnExactlyItsTopics() {
    List<Told> told = new ArrayList<>(told(movedToHealth().answered()));
    told.add(told(movedToHealth().withdrawn()).getLast());
    told.add(told(movedToHealth().extended()).getLast());
    told.addAll(
        told(movedToHealth().informationRequested().requestOverdue().requestReplied())
            .subList(5, 8));
    told.addAll(
        told(movedToHealth().asked().clarified().answered().rated().reopened()).subList(5, 10));
    told.addAll(told(movedToHealth().split().partEnded(1).partEnded(2)).subList(5, 8));
    told.add(told(movedToHealth().split().partEnded(1).partEnded(2)).getLast());
    told.add(told(movedToHealth().forwarded()).getLast());
    told.add(told(movedToHealth().refused()).getLast());
    told.add(told(movedToHealth().joinedCampaign()).getLast());
    told.add(
        told(anAppeal().registeredAsARepeat().redirectedTo(HEALTH).correspondenceEnded())
            .getLast());

    assertThat(told.stream().map(one -> one.event().getClass().getSimpleName()).distinct())
        .hasSize(TOLD.size());
    for (Told one : told) {
      String name = one.event().getClass().getSimpleName();
      assertThat(one.announcements())
          .as(name)
          .extracting(announcement ->
              announcement.topic().name() + " " + announcement.event().getClass().getSimpleName())
          .containsExactlyElementsOf(TOLD.getOrDefault(name, List.of()));
    }
  }

  @Test
  void theTableNamesEveryEntryThatAJournalCanHave() {
    assertThat(TOLD.keySet())
        .containsExactlyInAnyOrderElementsOf(SealedFamily.namesOf(CaseEvent.class));
  }

  @Test
  void whateverIsToldBearsTheVersionTheIndexAndTheStatusAfterTheEvent() {
    assertThat(told(movedToHealth().answered()))
        .flatExtracting(one -> one.announcements().stream().map(this::summary).toList())
        .extracting(summary -> summary.version() + "." + summary.index() + " " + summary.status())
        .containsExactly(
            "1.0 REGISTERED",
            "1.1 ROUTED",
            "1.1 ROUTED",
            "2.0 TAKEN_UP",
            "3.0 ROUTED",
            "3.0 ROUTED",
            "3.1 ROUTED",
            "4.0 ANSWERED",
            "4.0 ANSWERED");
    assertThat(summary(told(movedToHealth().withdrawn()).getLast().announcements().getFirst()))
        .extracting(CaseSummary::status)
        .isEqualTo(AppealStatus.WITHDRAWN);
  }

  @Test
  void theFirstCommitteeGetsAllThatItNeedsToAnswer() {
    AppealRouted routed = (AppealRouted) told(anAppeal().registered(), 1, 1);
    var content = CaseStory.content();

    assertThat(routed.kind()).isEqualTo(content.kind());
    assertThat(routed.channel()).isEqualTo(content.channel());
    assertThat(routed.applicant()).isEqualTo(content.applicant());
    assertThat(routed.addressee()).isEqualTo(content.addressee());
    assertThat(routed.subject()).isEqualTo(content.subject());
    assertThat(routed.text()).isEqualTo(content.text());
    assertThat(routed.location()).isEqualTo(content.location());
    assertThat(routed.receivedOn()).isEqualTo(content.receivedOn());
    assertThat(routed.receivedAt()).isEqualTo(content.receivedAt());
    assertThat(routed.identityAssurance()).isEqualTo(content.identityAssurance());
    assertThat(routed.initiativeDirection()).isEqualTo(content.initiativeDirection());
    assertThat(routed.routing()).isEqualTo(CaseStory.route(EDUCATION));
    assertThat(routed.transfer()).isNull();
    assertThat(routed.correspondence()).isNull();
  }

  @Test
  void theNextCommitteeAlsoGetsFromWhomItCameAndWhy() {
    AppealRouted routed = (AppealRouted) told(movedToHealth(), 3, 1);

    assertThat(routed.summary().committee()).isEqualTo(HEALTH);
    assertThat(routed.text()).isEqualTo(CaseStory.content().text());
    assertThat(routed.routing().committee()).isEqualTo(HEALTH);
    assertThat(routed.routing().rule()).isEqualTo(Rule.REDIRECT);
    assertThat(routed.transfer()).isNotNull();
    assertThat(routed.transfer().fromCommittee()).isEqualTo(EDUCATION);
    assertThat(routed.transfer().reason()).contains(MARKER);
    assertThat(routed.transfer().actor()).contains(MARKER);
  }

  @Test
  void theNextCommitteeAlsoGetsWhatWasAskedAndSaidBefore() {
    CaseStory story =
        anAppeal()
            .registered()
            .asked()
            .clarified()
            .informationRequested()
            .requestReplied()
            .redirectedTo(HEALTH);
    AppealRouted routed = (AppealRouted) told(story).getLast().announcements().get(1).event();

    assertThat(routed.summary().committee()).isEqualTo(HEALTH);
    assertThat(routed.correspondence()).isNotNull();
    assertThat(routed.correspondence().leftOut()).isZero();
    assertThat(routed.correspondence().exchanges())
        .extracting(Exchange::kind)
        .containsExactly(
            Kind.CLARIFICATION_ASKED,
            Kind.CLARIFIED,
            Kind.INFORMATION_REQUESTED,
            Kind.REQUEST_REPLIED);
    assertThat(routed.correspondence().exchanges())
        .extracting(Exchange::text)
        .containsExactly(
            "когда? " + MARKER, "в понедельник " + MARKER, "сколько? " + MARKER, "три " + MARKER);
    assertThat(routed.correspondence().exchanges())
        .extracting(Exchange::committee)
        .containsOnly(EDUCATION);
    Exchange request = routed.correspondence().exchanges().get(2);
    assertThat(request.body()).isEqualTo("департамент " + MARKER);
    assertThat(routed.correspondence().exchanges().get(3).request()).isEqualTo(request.request());
    assertThat(encoded(told(story).getLast().announcements().get(1))).contains("в понедельник");
  }

  @Test
  void theCityIsToldThatAPaperLetterWasRegisteredLate() {
    assertThat(((CaseRegistered) told(anAppeal().registered(), 0, 0)).late()).isFalse();
    assertThat(
            ((CaseRegistered) told(anAppeal().after(Duration.ofDays(1)).registered(), 0, 0)).late())
        .isTrue();
  }

  @Test
  void theAnswerGoesToTheResidentAsItWasWritten() {
    AnswerGiven answer = (AnswerGiven) told(movedToHealth().answered(), 5, 1);

    assertThat(answer.text()).isEqualTo("Сделано. " + MARKER);
    assertThat(answer.answeredBy()).isEqualTo("депутат " + MARKER);
  }

  @Test
  void theResidentIsToldOfAnExtensionAndWhy() {
    ExtensionExplained told = (ExtensionExplained) told(movedToHealth().extended(), 5, 1);

    assertThat(told.days()).isEqualTo(30);
    assertThat(told.reason()).isEqualTo("ждём бумаги, " + MARKER);
    assertThat(told.extendedBy()).isEqualTo("депутат " + MARKER);
    assertThat(told.summary().dueAt()).isEqualTo("2027-01-19T09:30:00.123Z");
  }

  @Test
  void theReminderGoesToWhoeverHoldsTheCaseNow() {
    CommitteeReminded reminded = (CommitteeReminded) told(movedToHealth(), 4, 0);

    assertThat(reminded.summary().committee()).isEqualTo(HEALTH);
    assertThat(reminded.timer()).isEqualTo(CaseTimer.ANSWER_DUE_IN_7_DAYS);
  }

  @Test
  void whoeverAskedIsToldThatItWasDoneOrWhyNot() {
    EventId action = new EventId("action-1");
    CaseState state = anAppeal().registered().takenUp().state();

    assertThat(Publication.done(action, APPEAL, 2))
        .isEqualTo(new Announcement<>(Topics.ACTION_OUTCOME, new ActionDone(action, APPEAL, 2)));
    assertThat(Publication.refused(action, APPEAL, state, RefusalReason.STALE_VERSION).event())
        .isEqualTo(
            new ActionRefused(
                action,
                APPEAL,
                2,
                RefusalReason.STALE_VERSION,
                RefusalReason.STALE_VERSION.explanation()));
    assertThat(
            Publication.refused(action, APPEAL, anAppeal().state(), RefusalReason.UNKNOWN_APPEAL)
                .event())
        .isEqualTo(
            new ActionRefused(
                action,
                APPEAL,
                null,
                RefusalReason.UNKNOWN_APPEAL,
                RefusalReason.UNKNOWN_APPEAL.explanation()));
  }

  @Property
  void whateverIsToldNamesTheAppealTheDeadlineAndTheHolder(@ForAll("asks") List<Ask> asks) {
    for (Told one : told(asks)) {
      CaseFile file = one.after().file();
      for (Announcement<?> announcement : one.announcements()) {
        if (announcement.event() instanceof CaseSignal) {
          continue;
        }
        CaseSummary summary = summary(announcement);
        assertThat(summary)
            .isEqualTo(
                new CaseSummary(
                    APPEAL,
                    one.event().version(),
                    one.event().index(),
                    one.after().status(),
                    file.number(),
                    file.committee(),
                    file.registeredAt(),
                    file.dueAt(),
                    file.dueAtExplanation(),
                    file.progress().allTies().parent()));
      }
    }
  }

  @Property
  void noStatusBearsAWordOfWhatAnybodyWrote(@ForAll("asks") List<Ask> asks) {
    for (Told one : told(asks)) {
      for (Announcement<?> announcement : one.announcements()) {
        String record = encoded(announcement);
        if (announcement.event() instanceof StatusChanged) {
          assertThat(announcement.topic().name()).isEqualTo(STATUS);
          assertThat(record).doesNotContain("секрет").doesNotContain("secret");
        } else {
          assertThat(announcement.topic().name()).isNotEqualTo(STATUS);
        }
      }
    }
  }

  @Test
  void ofAPartNothingIsSaidToTheResidentAndItsEndIsToldToTheWhole() {
    assertThat(told(CaseStory.aPart().takenUp().answered()).getLast().announcements())
        .extracting(Announcement::event)
        .hasExactlyElementsOfTypes(CaseAnswered.class, ChildEnded.class)
        .last()
        .isInstanceOfSatisfying(
            ChildEnded.class,
            ended -> {
              assertThat(ended.child()).isEqualTo(APPEAL);
              assertThat(ended.committee()).isEqualTo(HEALTH);
              assertThat(ended.outcome()).isEqualTo(AppealStatus.ANSWERED);
              assertThat(ended.text()).isEqualTo("Сделано. " + MARKER);
            });
  }

  @Test
  void onlyPartsThatHaveNotEndedHearThatTheWholeWasExtendedOrWithdrawn() {
    CaseStory split = movedToHealth().split().partEnded(1);

    assertThat(told(split.extended()).getLast().announcements())
        .filteredOn(announcement -> announcement.event() instanceof ParentExtended)
        .singleElement()
        .extracting(Announcement::event)
        .isInstanceOfSatisfying(
            ParentExtended.class,
            told -> {
              assertThat(told.appealId()).isNotEqualTo(APPEAL);
              assertThat(told.copy().dueAt()).isEqualTo("2027-01-19T09:30:00.123Z");
              assertThat(told.copy().part().parent()).isEqualTo(APPEAL);
              assertThat(told.copy().complaintAbout()).isEqualTo(CaseStory.ACCUSED);
            });
    assertThat(told(split.withdrawn()).getLast().announcements())
        .extracting(Announcement::event)
        .hasExactlyElementsOfTypes(CaseWithdrawn.class, ParentWithdrawn.class);
  }

  @Test
  void onlyPartsThatHaveNotEndedHearWhatTheResidentAddsAndEachBeginsWithWhatWasSaidBefore() {
    CaseStory whole = movedToHealth().clarified().split();
    assertThat(told(whole).getLast().announcements())
        .extracting(Announcement::event)
        .filteredOn(ChildOpened.class::isInstance)
        .hasSize(2)
        .allSatisfy(opened ->
            assertThat(
                    Objects.requireNonNull(((ChildOpened) opened).copy().correspondence())
                        .exchanges())
                .extracting(Exchange::text)
                .containsExactly("в понедельник " + MARKER));

    assertThat(told(whole.partEnded(1).clarified()).getLast().announcements())
        .extracting(Announcement::event)
        .hasExactlyElementsOfTypes(
            CaseClarified.class, ClarificationReceived.class, ParentClarified.class)
        .last()
        .isInstanceOfSatisfying(
            ParentClarified.class,
            told -> {
              assertThat(told.copy().part().number()).isEqualTo(2);
              assertThat(told.text()).isEqualTo("в понедельник " + MARKER);
              assertThat(Objects.requireNonNull(told.copy().correspondence()).exchanges())
                  .hasSize(2);
            });
  }

  @Test
  void theMarkerWouldBeFoundWhereFreeTextIsMeantToBe() {
    assertThat(told(movedToHealth().answered()))
        .flatExtracting(Told::announcements)
        .filteredOn(announcement ->
            announcement.event() instanceof AppealRouted || announcement.event() instanceof Reply)
        .hasSize(3)
        .allSatisfy(announcement -> assertThat(encoded(announcement)).contains(MARKER));
  }

  private record Told(
      CaseEvent event, CaseState.Registered after, List<Announcement<?>> announcements) {}

  private static List<Told> told(CaseStory story) {
    return story.told().stream().map(entry -> told(entry.event(), entry.after())).toList();
  }

  private static AppealEvent told(CaseStory story, int entry, int announcement) {
    return told(story).get(entry).announcements().get(announcement).event();
  }

  private static List<Told> told(List<Ask> asks) {
    List<Told> told = new ArrayList<>();
    for (Step step : Lives.lived(asks)) {
      for (int at = 0; at < step.events().size(); at++) {
        told.add(told(step.events().get(at), step.states().get(at)));
      }
    }
    return told;
  }

  private static Told told(CaseEvent event, CaseState after) {
    CaseState.Registered registered = (CaseState.Registered) after;
    return new Told(event, registered, Publication.of(APPEAL, event, registered));
  }

  private CaseSummary summary(Announcement<?> announcement) {
    return switch (announcement.event()) {
      case StatusChanged status -> status.summary();
      case Reply reply -> reply.summary();
      case CommitteeMessage message -> message.summary();
      default -> throw new AssertionError("bears no summary: " + announcement);
    };
  }

  private static <V extends AppealEvent> String encoded(Announcement<V> announcement) {
    ProducerRecord<byte[], byte[]> record =
        CODEC.encode(
            announcement.topic(),
            new Envelope<>(
                new EventId("e1"), "/appeal-router", Instant.EPOCH, announcement.event(), null));
    StringBuilder all = new StringBuilder(new String(record.value(), UTF_8));
    record.headers().forEach(header -> all.append(new String(header.value(), UTF_8)));
    return all.toString();
  }
}
