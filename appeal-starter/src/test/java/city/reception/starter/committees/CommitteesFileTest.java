package city.reception.starter.committees;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.events.CommitteeId;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;

class CommitteesFileTest {

  private static final String RECEPTION =
      """
        - slug: reception
          name: {ru: "Приёмная", en: "Reception"}
          remit: {ru: "Всё остальное", en: "Everything else"}
          vocabulary: {}
      """;

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
    assertWrong(
        "committees:\n" + RECEPTION.replace("{}", "{школ: 9}"), "the weight is a number from 1");
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
