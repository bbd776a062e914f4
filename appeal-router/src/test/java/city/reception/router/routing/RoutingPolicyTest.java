package city.reception.router.routing;

import static city.reception.events.CommitteeId.RECEPTION;
import static city.reception.router.routing.Policies.EDUCATION;
import static city.reception.router.routing.Policies.HEALTH;
import static city.reception.router.routing.Policies.NURSERIES;
import static city.reception.router.routing.Policies.basis;
import static city.reception.router.routing.Policies.certainOf;
import static city.reception.router.routing.Policies.letter;
import static city.reception.router.routing.Policies.policy;
import static city.reception.router.routing.Policies.seen;
import static city.reception.router.routing.Policies.table;
import static city.reception.router.routing.Policies.to;
import static city.reception.router.routing.Policies.uncertain;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.Addressee;
import city.reception.events.AppealKind;
import city.reception.events.ApplicantType;
import city.reception.events.CommitteeId;
import city.reception.events.RoutingDecision;
import city.reception.events.RoutingDecision.Candidate;
import city.reception.events.RoutingDecision.RemitMismatch;
import city.reception.events.RoutingDecision.Rule;
import city.reception.events.RoutingDecision.TopicProbability;
import city.reception.router.routing.Classifier.Topic;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where an appeal goes, and why. */
class RoutingPolicyTest {

  // The resident's choice

  @Test
  void theCommitteeThatTheResidentNamedComesBeforeEverything() {
    RoutingDecision route =
        certainOf("clinics").route(to(new Addressee(EDUCATION, null), "Ясли", "В яслях холодно"));

    assertThat(route.committee()).isEqualTo(EDUCATION);
    assertThat(route.rule()).isEqualTo(Rule.ADDRESSEE);
    assertThat(basis(route).configuredRule()).isNull();
  }

  @Test
  void aNamedCommitteeIsToldWhereTheTextSurelySpeaksForAnotherAndDecidesItself() {
    RoutingDecision route = certainOf("clinics").route(to(new Addressee(EDUCATION, null), "", ""));

    assertThat(route.committee()).isEqualTo(EDUCATION);
    assertThat(basis(route).remitMismatch()).isEqualTo(new RemitMismatch(HEALTH, 0.9));
    assertThat(route.explanation().ru())
        .isEqualTo(
            "Заявитель указал этот комитет. По тексту вопрос ближе к другому: Комиссия health, вероятность 90 %.");
  }

  @Test
  void aNamedCommitteeIsNotToldOfWhatIsUncertainOrItsOwn() {
    assertThat(
            basis(uncertain("clinics").route(to(new Addressee(EDUCATION, null), "", "")))
                .remitMismatch())
        .isNull();
    assertThat(
            basis(certainOf("schools").route(to(new Addressee(EDUCATION, null), "", "")))
                .remitMismatch())
        .isNull();
  }

  @Test
  void theReceptionMayBeNamedLikeAnyCommittee() {
    RoutingDecision route = certainOf("schools").route(to(new Addressee(RECEPTION, null), "", ""));

    assertThat(route.committee()).isEqualTo(RECEPTION);
    assertThat(route.rule()).isEqualTo(Rule.ADDRESSEE);
  }

  @Test
  void aDeputyOfACommitteeStandsForIt() {
    RoutingDecision route =
        certainOf("clinics").route(to(new Addressee(null, "Депутату Орлову П. А."), "", ""));

    assertThat(route.committee()).isEqualTo(EDUCATION);
    assertThat(route.rule()).isEqualTo(Rule.ADDRESSEE);
    assertThat(route.explanation().en()).startsWith("The resident named a deputy");
  }

  @Test
  void aCommitteeOrADeputyThatNobodyKnowsIsAsGoodAsNone() {
    Addressee gone = new Addressee(new CommitteeId("dissolved"), "Депутату Петрову");

    assertThat(certainOf("schools").route(to(gone, "", "")).rule()).isEqualTo(Rule.CLASSIFIER);
    assertThat(uncertain("schools").route(to(gone, "", "")).committee()).isEqualTo(RECEPTION);
  }

  // The installation's rules

  @Test
  void aRuleComesBeforeTheClassifierAndIsNamed() {
    RoutingDecision route = certainOf("schools").route(letter("Холодно", "Холодно в яслях №5"));

    assertThat(route.committee()).isEqualTo(HEALTH);
    assertThat(route.rule()).isEqualTo(Rule.CLASSIFIER);
    assertThat(basis(route).configuredRule()).isEqualTo("nurseries");
    assertThat(route.explanation().ru()).contains("«nurseries»");
  }

  @Test
  void aRuleAsksForEveryConditionItHas() {
    Appeal proposal =
        new Appeal(
            AppealKind.PROPOSAL,
            "portal",
            ApplicantType.PERSON,
            null,
            "Ясли",
            "Больше яслей",
            null);

    assertThat(certainOf("schools").route(proposal).committee()).isEqualTo(EDUCATION);
  }

  @Test
  void theFirstRuleWinsAndOneMayLookAtPlaceChannelAndApplicant() {
    ExplicitRule first =
        new ExplicitRule(
            "district",
            Set.of("paper"),
            Set.of(),
            Set.of(ApplicantType.GROUP),
            List.of(),
            List.of("зеленоград"),
            RECEPTION);
    RoutingPolicy policy =
        new RoutingPolicy(
            table(List.of(first, NURSERIES)), new Policies.Fixed(true, seen("schools", 0.9)));

    RoutingDecision route =
        policy.route(
            new Appeal(
                AppealKind.COMPLAINT,
                "paper",
                ApplicantType.GROUP,
                null,
                "Ясли",
                "Ясли",
                "г. Зеленоград, корп. 5"));

    assertThat(route.committee()).isEqualTo(RECEPTION);
    assertThat(route.rule()).isEqualTo(Rule.UNCERTAIN);
    assertThat(basis(route).configuredRule()).isEqualTo("district");
  }

  // The classifier

  @Test
  void theClassifierDecidesWhenItIsCertainAndSaysWhy() {
    RoutingDecision route =
        policy(
                true,
                new Topic("schools", 0.7, List.of("школе", "класс")),
                new Topic("nurseries", 0.2, List.of("группу")),
                new Topic("clinics", 0.1, List.of()))
            .route(letter("", ""));

    assertThat(route.committee()).isEqualTo(EDUCATION);
    assertThat(route.rule()).isEqualTo(Rule.CLASSIFIER);
    assertThat(route.classifier()).isEqualTo("fixed-1");
    assertThat(route.candidates())
        .containsExactly(
            new Candidate(EDUCATION, 0.9, List.of("школе", "класс", "группу")),
            new Candidate(HEALTH, 0.1, List.of()));
    assertThat(basis(route).topics())
        .containsExactly(
            new TopicProbability("schools", EDUCATION, 0.7, List.of("школе", "класс")),
            new TopicProbability("nurseries", EDUCATION, 0.2, List.of("группу")),
            new TopicProbability("clinics", HEALTH, 0.1, List.of()));
    assertThat(route.explanation().ru())
        .isEqualTo("Вероятность 90 %. За этот комитет говорят слова: школе, класс, группу.");
  }

  @Test
  void whatIsUncertainGoesToPeopleWhoSeeTheTwoLikeliest() {
    RoutingDecision route =
        policy(false, seen("schools", 0.5), seen("clinics", 0.4)).route(letter("", ""));

    assertThat(route.committee()).isEqualTo(RECEPTION);
    assertThat(route.rule()).isEqualTo(Rule.UNCERTAIN);
    assertThat(route.explanation().en())
        .isEqualTo(
            "Not sure enough: Commission education (50 %), Commission health (40 %); the reception"
                + " decides.");
  }

  @Test
  void aCertainTopicIsNotEnoughWhereAnotherCommitteesTopicsTogetherAreLikelier() {
    RoutingDecision route =
        policy(true, seen("clinics", 0.4), seen("schools", 0.35), seen("nurseries", 0.25))
            .route(letter("", ""));

    assertThat(route.committee()).isEqualTo(RECEPTION);
  }

  @Test
  void aTopicThatNobodyHoldsGoesToTheReceptionHoweverCertain() {
    RoutingDecision route = policy(true, seen("astronomy", 0.99)).route(letter("", ""));

    assertThat(route.committee()).isEqualTo(RECEPTION);
    assertThat(route.rule()).isEqualTo(Rule.UNCERTAIN);
  }

  @Test
  void aClassifierThatSeesNothingSendsToTheReception() {
    assertThat(policy(false).route(letter("", "")).explanation().en())
        .isEqualTo("The text points to no committee; the reception decides.");
  }
}
