package city.reception.intake.secrets;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start which secrets are missing and how to make them. */
final class SecretsUnfitFailureAnalyzer extends AbstractFailureAnalyzer<SecretsUnfitException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, SecretsUnfitException cause) {
    return new FailureAnalysis(
        "Intake has not all of its secrets:\n  - " + String.join("\n  - ", cause.findings()),
        "Make each with 'openssl rand -base64 32' and set it by configuration, never in a file that"
            + " is shared. The sealing keys are the same as those of notifications.",
        cause);
  }
}
