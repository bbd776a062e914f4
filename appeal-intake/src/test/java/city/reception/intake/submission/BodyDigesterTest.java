package city.reception.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealKind;
import city.reception.events.Applicant;
import city.reception.events.ApplicantType;
import city.reception.events.InitiativeDirection;
import city.reception.intake.secrets.TestSecrets;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodyDigesterTest {

  private final BodyDigester digester =
      new BodyDigester(TestSecrets.withTrackingKeys("t1", Map.of("t1", 1)));

  /** What was accepted before an upgrade is the same body after it. */
  @Test
  void aBodyWithoutADirectionHasTheDigestThatItHadBeforeThereWereDirections() {
    assertThat(digest(null)).isEqualTo("2C_-SAMja_98eQA0y30rAQc6kTVbHO3cmkMOK8MYCrI");
  }

  @Test
  void eachDirectionIsAnotherBody() {
    assertThat(
            Stream.concat(
                Stream.of(digest(null)), Stream.of(InitiativeDirection.values()).map(this::digest)))
        .doesNotHaveDuplicates();
  }

  private String digest(@Nullable InitiativeDirection direction) {
    return digester
        .digest(
            new Submission(
                AppealKind.INITIATIVE,
                new Applicant(ApplicantType.PERSON, "Иванова Мария Петровна", null),
                new Submission.Reach("maria@example.org", null, null, null),
                null,
                "Запись к врачу",
                "Предлагаю записывать к врачу по телефону.",
                null,
                null,
                direction))
        .text();
  }
}
