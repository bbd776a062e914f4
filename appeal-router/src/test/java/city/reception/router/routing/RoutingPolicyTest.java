package city.reception.router.routing;

import static city.reception.events.CommitteeId.RECEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.Addressee;
import city.reception.events.CommitteeId;
import city.reception.events.RoutingDecision;
import city.reception.events.RoutingDecision.Candidate;
import city.reception.events.RoutingDecision.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where an appeal goes, and why. */
class RoutingPolicyTest {

  private static final CommitteeId EDUCATION = new CommitteeId("education");
  private static final CommitteeId HEALTH = new CommitteeId("health");
  private static final CommitteeId CULTURE = new CommitteeId("culture-mass-media");
  private static final CommitteeId SCIENCE = new CommitteeId("science-industry");
  private static final Set<CommitteeId> COMMITTEES =
      Set.of(EDUCATION, HEALTH, CULTURE, SCIENCE, RECEPTION);
  private static final double THRESHOLD = 3;
  private static final double MARGIN = 1.5;

  @Test
  void theCommitteeThatTheResidentNamedComesBeforeEverything() {
    RoutingDecision route =
        policy(candidate(EDUCATION, 100)).route(new Addressee(HEALTH, null), "Школа", "школа");

    assertThat(route.committee()).isEqualTo(HEALTH);
    assertThat(route.rule()).isEqualTo(Rule.ADDRESSEE);
    assertThat(route.candidates()).isEmpty();
    assertThat(route.explanation().ru()).isEqualTo("Заявитель указал этот комитет.");
    assertThat(route.explanation().en()).isEqualTo("The resident named this committee.");
  }

  @Test
  void theReceptionMayBeNamedLikeAnyCommittee() {
    assertThat(policy(candidate(EDUCATION, 100)).route(new Addressee(RECEPTION, null), "", ""))
        .satisfies(route -> {
          assertThat(route.committee()).isEqualTo(RECEPTION);
          assertThat(route.rule()).isEqualTo(Rule.ADDRESSEE);
        });
  }

  @Test
  void aCommitteeThatDoesNotExistIsAsGoodAsNone() {
    Addressee gone = new Addressee(new CommitteeId("dissolved"), "Депутату Петрову");

    assertThat(policy(candidate(EDUCATION, 100)).route(gone, "", "").committee())
        .isEqualTo(EDUCATION);
    assertThat(policy().route(gone, "", "").committee()).isEqualTo(RECEPTION);
  }

  @Test
  void aDeputyAloneDoesNotSayWhichCommittee() {
    Addressee deputy = new Addressee(null, "Депутату Петрову");

    assertThat(policy(candidate(EDUCATION, 100)).route(deputy, "", "").rule())
        .isEqualTo(Rule.CLASSIFIER);
  }

  @Test
  void theClassifierDecidesFromTheThresholdOn() {
    assertThat(policy(candidate(EDUCATION, THRESHOLD)).route(null, "", "").committee())
        .isEqualTo(EDUCATION);
    assertThat(policy(candidate(EDUCATION, THRESHOLD - 0.01)).route(null, "", "").committee())
        .isEqualTo(RECEPTION);
  }

  @Test
  void theClassifierDecidesWhenTheRunnerUpIsFarEnoughBehind() {
    assertThat(
            policy(candidate(EDUCATION, 6), candidate(HEALTH, 4)).route(null, "", "").committee())
        .isEqualTo(EDUCATION);
    assertThat(
            policy(candidate(EDUCATION, 6), candidate(HEALTH, 4.1)).route(null, "", "").committee())
        .isEqualTo(RECEPTION);
    assertThat(
            policy(candidate(EDUCATION, 6), candidate(HEALTH, 6)).route(null, "", "").committee())
        .isEqualTo(RECEPTION);
  }

  @Test
  void aSureDecisionIsExplainedByTheWordsThatSpokeForIt() {
    RoutingDecision route =
        policy(
                new Candidate(EDUCATION, 8, List.of("школ", "учител")),
                new Candidate(HEALTH, 2, List.of("врач")))
            .route(null, "Школа", "Учитель в школе");

    assertThat(route.rule()).isEqualTo(Rule.CLASSIFIER);
    assertThat(route.classifier()).isEqualTo("fixed-1");
    assertThat(route.explanation().ru()).isEqualTo("За этот комитет говорят слова: школ, учител.");
    assertThat(route.explanation().en())
        .isEqualTo("These words speak for this committee: школ, учител.");
    assertThat(route.candidates())
        .extracting(Candidate::committee)
        .containsExactly(EDUCATION, HEALTH);
  }

  @Test
  void anUnsureOneNamesTheTwoWhoStoodAgainstEachOther() {
    RoutingDecision route =
        policy(
                new Candidate(EDUCATION, 8, List.of("школ")),
                new Candidate(HEALTH, 7, List.of("врач")),
                new Candidate(CULTURE, 1, List.of("музе")))
            .route(null, "", "");

    assertThat(route.committee()).isEqualTo(RECEPTION);
    assertThat(route.rule()).isEqualTo(Rule.UNCERTAIN);
    assertThat(route.explanation().ru())
        .isEqualTo(
            "Слова не дают уверенности: education (школ), health (врач); решает сотрудник"
                + " приёмной.");
    assertThat(route.explanation().en())
        .isEqualTo(
            "The words are not enough to be sure: education (школ), health (врач); the reception"
                + " decides.");
  }

  @Test
  void aTextThatSpeaksForNobodyGoesToTheReceptionAndSaysSo() {
    RoutingDecision route = policy().route(null, "", "");

    assertThat(route.committee()).isEqualTo(RECEPTION);
    assertThat(route.rule()).isEqualTo(Rule.UNCERTAIN);
    assertThat(route.explanation().ru())
        .isEqualTo("Ни одно слово не указывает на комитет; решает сотрудник приёмной.");
    assertThat(route.explanation().en())
        .isEqualTo("No word points to a committee; the reception decides.");
    assertThat(route.candidates()).isEmpty();
  }

  @Test
  void theThreeStrongestAreShown() {
    RoutingDecision route =
        policy(
                candidate(EDUCATION, 9),
                candidate(HEALTH, 3),
                candidate(CULTURE, 2),
                candidate(SCIENCE, 1))
            .route(null, "", "");

    assertThat(route.candidates())
        .extracting(Candidate::committee)
        .containsExactly(EDUCATION, HEALTH, CULTURE);
  }

  private static Candidate candidate(CommitteeId committee, double score) {
    return new Candidate(committee, score, List.of("слов"));
  }

  private static RoutingPolicy policy(Candidate... candidates) {
    return new RoutingPolicy(COMMITTEES, new Fixed(Arrays.asList(candidates)), THRESHOLD, MARGIN);
  }

  private record Fixed(List<Candidate> candidates) implements Classifier {
    @Override
    public String version() {
      return "fixed-1";
    }

    @Override
    public List<Candidate> classify(String subject, String text) {
      return candidates;
    }
  }
}
