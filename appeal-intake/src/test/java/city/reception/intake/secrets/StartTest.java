package city.reception.intake.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.intake.IntakeApplication;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

class StartTest {

  @Test
  void whatIsMissingAndHowToMakeItIsSaidAtStart() {
    SecretsProperties none = new SecretsProperties(Map.of(), null, Map.of(), null, null);
    assertThatThrownBy(() -> new Secrets(none))
        .isInstanceOfSatisfying(
            SecretsUnfitException.class,
            e -> {
              FailureAnalysis analysis = new SecretsUnfitFailureAnalyzer().analyze(e, e);
              assertThat(analysis.getDescription()).contains("digest-key", "tracking-key-id");
              assertThat(analysis.getAction()).contains("openssl rand -base64 32");
            });
  }

  @Test
  void withoutSecretsTheServiceDoesNotStart() {
    assertThatThrownBy(() ->
            IntakeApplication.application()
                .run(
                    "--server.port=0",
                    "--spring.flyway.enabled=false",
                    "--reception.committees.location=file:../config/committees.yaml"))
        .rootCause()
        .isInstanceOf(SecretsUnfitException.class);
  }
}
