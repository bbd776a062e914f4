package city.reception.intake.secrets;

import java.util.List;

/** Secrets are missing or malformed; the service must not run. */
public final class SecretsUnfitException extends RuntimeException {

  private final List<String> findings;

  SecretsUnfitException(List<String> findings) {
    super("secrets are missing: " + String.join("; ", findings));
    this.findings = List.copyOf(findings);
  }

  /** What is wrong, one sentence each. */
  public List<String> findings() {
    return findings;
  }
}
