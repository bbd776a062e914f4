package city.reception.starter.committees;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.events.AppealKind;
import city.reception.events.ApplicantType;
import city.reception.events.CommitteeId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;

class CommitteesFileTest {

  private static final String RECEPTION =
      """
        - slug: reception
          name: {ru: "Приёмная", en: "Reception"}
          remit: {ru: "Всё остальное", en: "Everything else"}
          topics: []
      """;

  private static final String WITH_RULE =
      "committees:\n"
          + RECEPTION
          + """
          complaint-words: [жалоба на]
          rules:
            - name: laws
              kinds: [INITIATIVE]
              applicants: [LEGAL_ENTITY, GROUP]
              words: [поправк]
              committee: reception
          """;

  @Test
  void rulesAndWordsOfComplaintAreReadInTheirOrder() {
    Committees committees = CommitteesFile.read(new ByteArrayResource(WITH_RULE.getBytes(UTF_8)));

    assertThat(committees.complaintWords()).containsExactly("жалоба на");
    assertThat(committees.rules())
        .containsExactly(
            new Rule(
                "laws",
                Set.of(),
                Set.of(AppealKind.INITIATIVE),
                Set.of(ApplicantType.LEGAL_ENTITY, ApplicantType.GROUP),
                List.of("поправк"),
                List.of(),
                CommitteeId.RECEPTION));
  }

  @Test
  void theDefaultFileHoldsTheCommissionsAndTheReception() {
    Committees committees =
        CommitteesFile.read(new FileSystemResource("../config/committees.yaml"));

    assertThat(committees.ids())
        .hasSize(14)
        .contains(new CommitteeId("entrepreneurship-innovation-it"), CommitteeId.RECEPTION);
    assertThat(committees.all())
        .allSatisfy(committee -> assertThat(committee.name().ru()).isNotBlank());
  }

  @Test
  void whatIsWrongIsNamed() {
    assertWrong("committees: []", "the committee 'reception' is missing");
    assertWrong("committees:\n" + RECEPTION + RECEPTION, "committee reception is there twice");
    assertWrong("committees:\n" + RECEPTION.replace("slug: reception", "slug: Приёмная"), "slug");
    assertWrong("committees:\n" + RECEPTION.replace("topics", "topcis"), "there is no 'topcis'");
    assertWrong("committees:\n" + RECEPTION.replace("[]", "[a, a]"), "topics: 'a' is there twice");
    assertWrong("committees:\n" + RECEPTION.replace("[]", "[7]"), "topics: 7 is not a text");
    assertWrong(WITH_RULE.replace("kinds", "kind"), "rule 'laws': there is no 'kind', only");
    assertWrong(WITH_RULE.replace("INITIATIVE", "IDEA"), "rule 'laws': kinds: 'IDEA' is none of");
    assertWrong(WITH_RULE.replace("name: laws", "channels: [paper]"), "a rule: name is missing");
    assertWrong("committees:\n" + RECEPTION.replace("en: \"Reception\"", "de: \"x\""), "name: en");
    assertWrong("- a list", "not a mapping");
    assertWrong("committees: {", "while parsing");
  }

  @Test
  void aMissingFileIsNamedWithThePropertyToSet() {
    assertThatThrownBy(() -> CommitteesFile.read(new FileSystemResource("no-such-file.yaml")))
        .hasMessageContaining("no-such-file.yaml")
        .hasMessageContaining("reception.committees.location");
  }

  private static void assertWrong(String yaml, String message) {
    assertThatThrownBy(() -> CommitteesFile.read(new ByteArrayResource(yaml.getBytes(UTF_8))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
