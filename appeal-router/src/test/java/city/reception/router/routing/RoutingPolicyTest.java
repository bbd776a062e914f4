package city.reception.router.routing;

import static city.reception.events.CommitteeId.RECEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.Addressee;
import city.reception.events.AppealKind;
import city.reception.events.ApplicantType;
import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import city.reception.events.RoutingDecision;
import city.reception.events.RoutingDecision.Basis;
import city.reception.events.RoutingDecision.Candidate;
import city.reception.events.RoutingDecision.RemitMismatch;
import city.reception.events.RoutingDecision.Rule;
import city.reception.events.RoutingDecision.TopicProbability;
import city.reception.router.routing.Classifier.Topic;
import city.reception.router.routing.RoutingTable.Holder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where an appeal goes, and why. */
class RoutingPolicyTest {

  private static final CommitteeId EDUCATION = new CommitteeId("education");
  private static final CommitteeId HEALTH = new CommitteeId("health");
  private static final CommitteeId HOUSING = new CommitteeId("city-services-housing");
  private static final ExplicitRule NURSERIES =
      new ExplicitRule(
          "nurseries",
          Set.of(),
          Set.of(AppealKind.COMPLAINT),
          Set.of(),
          List.of("ясл"),
          List.of(),
          HEALTH);

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
        new RoutingPolicy(table(List.of(first, NURSERIES)), new Fixed(true, seen("schools", 0.9)));

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

  // Article 8.6

  @Test
  void aComplaintAboutTheNamedCommitteeGoesToTheReceptionWithTheReason() {
    RoutingDecision route =
        certainOf("schools")
            .route(
                to(
                    new Addressee(EDUCATION, null),
                    "Жалоба",
                    "Жалуюсь на бездействие Комиссии по образованию."));

    assertThat(route.committee()).isEqualTo(RECEPTION);
    assertThat(route.rule()).isEqualTo(Rule.UNCERTAIN);
    assertThat(basis(route).complaintAbout()).isEqualTo(EDUCATION);
    assertThat(route.explanation().ru()).contains("Комиссия education", "59-ФЗ, ст. 8, ч. 6");
  }

  @Test
  void aComplaintAboutTheCommitteeThatTheClassifierOrARuleChoseDoesTheSame() {
    String text = "Комиссия по здравоохранению не ответила мне за год. Холодно в яслях.";

    RoutingDecision byClassifier = certainOf("clinics").route(letter("", text.replace("ясл", "")));
    RoutingDecision byRule = certainOf("schools").route(letter("", text));

    assertThat(basis(byClassifier).complaintAbout()).isEqualTo(HEALTH);
    assertThat(byClassifier.committee()).isEqualTo(RECEPTION);
    assertThat(basis(byRule).complaintAbout()).isEqualTo(HEALTH);
    assertThat(basis(byRule).configuredRule()).isEqualTo("nurseries");
    assertThat(byRule.committee()).isEqualTo(RECEPTION);
  }

  @Test
  void aComplaintAboutOneOfItsDeputiesIsAboutTheCommittee() {
    RoutingDecision route =
        certainOf("schools").route(letter("", "Прошу разобраться: депутат Орлов нагрубил нам."));

    assertThat(basis(route).complaintAbout()).isEqualTo(EDUCATION);
  }

  @Test
  void aComplaintAboutTheDeputyToWhomItIsAddressedReachesNoCommitteeThatMayBeTheirs() {
    Addressee unknown = new Addressee(null, "Белов Пётр Андреевич");
    Addressee withCommittee = new Addressee(HEALTH, "Белов Пётр Андреевич");
    String text = "Обжалую действия депутата Белова: на приёме он не стал слушать.";

    assertThat(certainOf("schools").route(to(unknown, "", text)).committee()).isEqualTo(RECEPTION);
    assertThat(basis(certainOf("schools").route(to(withCommittee, "", text))).complaintAbout())
        .isEqualTo(HEALTH);
  }

  @Test
  void aCommitteeThatIsOnlyAskedOrPraisedGetsItsAppeal() {
    List<String> texts =
        List.of(
            "Прошу комиссию по образованию помочь школе.",
            "В школе холодно, жалоба директору не помогла. Уважаемая комиссия по образованию!",
            "Жалуюсь на шум.");

    assertThat(texts)
        .allSatisfy(text ->
            assertThat(certainOf("schools").route(letter("", text)).committee())
                .isEqualTo(EDUCATION));
  }

  @Test
  void aComplaintAboutAnotherCommitteeGoesWhereItBelongs() {
    assertThat(
            certainOf("clinics").route(letter("", "Жалоба на комиссию по образованию")).committee())
        .isEqualTo(HEALTH);
  }

  private static Basis basis(RoutingDecision route) {
    return Objects.requireNonNull(route.basis());
  }

  private static Appeal letter(String subject, String text) {
    return to(null, subject, text);
  }

  private static Appeal to(@Nullable Addressee addressee, String subject, String text) {
    return new Appeal(
        AppealKind.COMPLAINT, "portal", ApplicantType.PERSON, addressee, subject, text, null);
  }

  private static RoutingPolicy certainOf(String topic) {
    return policy(true, seen(topic, 0.9));
  }

  private static RoutingPolicy uncertain(String topic) {
    return policy(false, seen(topic, 0.9));
  }

  private static Topic seen(String topic, double probability) {
    return new Topic(topic, probability, List.of());
  }

  private static RoutingPolicy policy(boolean certain, Topic... topics) {
    return new RoutingPolicy(table(List.of(NURSERIES)), new Fixed(certain, topics));
  }

  private static RoutingTable table(List<ExplicitRule> rules) {
    return new RoutingTable(
        List.of(
            holder(
                EDUCATION,
                List.of("schools", "nurseries"),
                List.of("комисси по образован"),
                List.of("орлов")),
            holder(HEALTH, List.of("clinics"), List.of("комисси по здравоохран"), List.of()),
            holder(HOUSING, List.of("houses"), List.of(), List.of()),
            holder(RECEPTION, List.of(), List.of(), List.of())),
        rules,
        List.of("жалоб", "жалу", "обжал", "не ответил", "нагруб"));
  }

  private static Holder holder(
      CommitteeId id, List<String> topics, List<String> about, List<String> deputies) {
    return new Holder(
        id, new LocalizedText("Комиссия " + id, "Commission " + id), topics, about, deputies);
  }

  private record Fixed(Answer answer) implements Classifier {

    Fixed(boolean certain, Topic... topics) {
      this(new Answer(Arrays.asList(topics), certain && topics.length > 0));
    }

    @Override
    public String version() {
      return "fixed-1";
    }

    @Override
    public Set<String> topics() {
      return Set.of("schools", "nurseries", "clinics", "houses");
    }

    @Override
    public Answer classify(String subject, String text) {
      return answer;
    }
  }
}
