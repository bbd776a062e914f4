package city.reception.router.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.reception.events.CommitteeId;
import city.reception.events.RoutingDecision.Candidate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How words become scores. */
class KeywordClassifierTest {

  private static final CommitteeId CULTURE = new CommitteeId("culture-mass-media");
  private static final CommitteeId EDUCATION = new CommitteeId("education");
  private static final CommitteeId HEALTH = new CommitteeId("health");

  private static final Map<CommitteeId, Map<String, Integer>> VOCABULARIES =
      Map.of(
          EDUCATION, Map.of("школ", 3, "учител", 2, "детск сад", 4),
          HEALTH, Map.of("поликлиник", 4, "школьн врач", 5, "ёлк", 1, "детск", 1),
          CULTURE, Map.of("музе", 3));

  private final Classifier classifier = new KeywordClassifier(VOCABULARIES);

  @Test
  void aTermMatchesEveryWordThatBeginsWithIt() {
    assertThat(scores("Школа", "В школах и ШКОЛЬНИКИ")).containsEntry(EDUCATION, 6.0);
    assertThat(scores("", "школ")).containsEntry(EDUCATION, 3.0);
    assertThat(scores("", "шко")).isEmpty();
    assertThat(scores("", "предшкольный")).isEmpty();
  }

  @Test
  void aTermOfSeveralWordsMatchesAsManyWordsInARow() {
    assertThat(scores("", "детского садика")).containsEntry(EDUCATION, 4.0);
    assertThat(scores("", "детский,\n— садик")).containsEntry(EDUCATION, 4.0);
    assertThat(scores("", "детский большой сад")).doesNotContainKey(EDUCATION);
    assertThat(scores("", "сад детский")).doesNotContainKey(EDUCATION);
    assertThat(scores("", "детск")).doesNotContainKey(EDUCATION);
  }

  @Test
  void theSubjectAndTheTextAreReadAsOne() {
    assertThat(scores("Учителя", "в школе")).containsEntry(EDUCATION, 5.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ёлка", "елка", "ЁЛКА", "Ёлка", "е\u0308лка", "Е\u0308ЛКА"})
  void letterCaseAndTheDotsOfYoDoNotMatter(String word) {
    assertThat(scores("", word)).containsEntry(HEALTH, 1.0);
  }

  @Test
  void aTermCountsTwiceAtMostHoweverOftenItStandsThere() {
    assertThat(scores("", "школа")).containsEntry(EDUCATION, 3.0);
    assertThat(scores("", "школа школа")).containsEntry(EDUCATION, 6.0);
    assertThat(scores("", "школа ".repeat(2_000))).containsEntry(EDUCATION, 6.0);
  }

  @Test
  void oneWordMaySpeakForSeveralCommittees() {
    assertThat(scores("", "Школьный врач в поликлинике"))
        .containsEntry(HEALTH, 9.0)
        .containsEntry(EDUCATION, 3.0);
  }

  @Test
  void theStrongestComesFirstAndEqualsComeByTheirSlugs() {
    assertThat(classifier.classify("", "музей, школа, поликлиника"))
        .extracting(Candidate::committee)
        .containsExactly(HEALTH, CULTURE, EDUCATION);
  }

  @Test
  void aCandidateNamesEachOfTheTermsThatSpokeForItOnce() {
    assertThat(classifier.classify("", "учитель в школе, школа, школы"))
        .singleElement()
        .satisfies(candidate -> {
          assertThat(candidate.terms()).containsExactly("учител", "школ");
          assertThat(candidate.score()).isEqualTo(8);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\n\t", "!!! ??? — … «»", "🏫👩‍🏫🎉", "— — —", "the school", "1234567"})
  void aTextWithoutAnyOfTheTermsSpeaksForNobody(String text) {
    assertThat(classifier.classify(text, text)).isEmpty();
  }

  @Test
  void emojiBetweenWordsDoNotHideThem() {
    assertThat(scores("", "🏫школа🏫поликлиника🎉"))
        .containsEntry(EDUCATION, 3.0)
        .containsEntry(HEALTH, 4.0);
  }

  @Test
  void theLongestTextThatCanComeIsRead() {
    assertThat(scores("", "а".repeat(20_000))).isEmpty();
    assertThat(scores("", "детск ".repeat(3_333))).containsExactlyEntriesOf(Map.of(HEALTH, 2.0));
    assertThat(scores("", "?".repeat(19_994) + " школа")).containsEntry(EDUCATION, 3.0);
    assertThat(scores("", "школа".repeat(4_000))).containsEntry(EDUCATION, 3.0);
  }

  @Property
  void noTextIsTooMuch(
      @ForAll @StringLength(max = 500) String subject,
      @ForAll @StringLength(max = 2_000) String text) {
    List<Candidate> candidates = classifier.classify(subject, text);

    assertThat(candidates).isEqualTo(classifier.classify(subject, text));
    assertThat(candidates).allMatch(candidate -> candidate.score() > 0);
  }

  @Test
  void theVersionIsTheVocabulariesAndNothingElse() {
    Map<CommitteeId, Map<String, Integer>> backwards = new LinkedHashMap<>();
    List.of(HEALTH, EDUCATION, CULTURE).forEach(id -> backwards.put(id, backwards(id)));

    assertThat(new KeywordClassifier(VOCABULARIES).version()).isEqualTo(classifier.version());
    assertThat(new KeywordClassifier(backwards).version()).isEqualTo(classifier.version());
    assertThat(classifier.version()).startsWith("keywords-");
  }

  @Test
  void everyChangeOfAVocabularyIsAnotherVersion() {
    assertThat(
            List.of(
                version(Map.of(EDUCATION, Map.of("школ", 3))),
                version(Map.of(EDUCATION, Map.of("школ", 4))),
                version(Map.of(EDUCATION, Map.of("школа", 3))),
                version(Map.of(EDUCATION, Map.of("школ", 3, "учител", 1))),
                version(Map.of(HEALTH, Map.of("школ", 3))),
                version(Map.of(EDUCATION, Map.of("школ", 3), HEALTH, Map.of())),
                version(Map.of())))
        .doesNotHaveDuplicates();
  }

  @Test
  void aTermWithoutAnyWordIsRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeywordClassifier(Map.of(HEALTH, Map.of("!?", 1))))
        .withMessageContaining("health")
        .withMessageContaining("!?");
  }

  private Map<CommitteeId, Double> scores(String subject, String text) {
    Map<CommitteeId, Double> scores = new LinkedHashMap<>();
    classifier
        .classify(subject, text)
        .forEach(candidate -> scores.put(candidate.committee(), candidate.score()));
    return scores;
  }

  private static String version(Map<CommitteeId, Map<String, Integer>> vocabularies) {
    return new KeywordClassifier(vocabularies).version();
  }

  private static Map<String, Integer> backwards(CommitteeId id) {
    Map<String, Integer> terms = new LinkedHashMap<>();
    VOCABULARIES.getOrDefault(id, Map.of()).entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByKey().reversed())
        .forEach(term -> terms.put(term.getKey(), term.getValue()));
    return terms;
  }
}
