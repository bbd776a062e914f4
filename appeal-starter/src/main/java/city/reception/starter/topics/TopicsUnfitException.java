package city.reception.starter.topics;

import java.util.List;

/** The brokers or their topics are not as the contract needs them; the service must not run. */
public final class TopicsUnfitException extends RuntimeException {

  private final List<String> findings;

  TopicsUnfitException(List<String> findings) {
    super("Kafka is not as the contract needs it: " + String.join("; ", findings));
    this.findings = List.copyOf(findings);
  }

  /** What is wrong, one sentence each. */
  public List<String> findings() {
    return findings;
  }
}
