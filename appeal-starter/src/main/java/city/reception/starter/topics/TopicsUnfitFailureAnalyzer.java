package city.reception.starter.topics;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start what is wrong with the topics and what to do. */
final class TopicsUnfitFailureAnalyzer extends AbstractFailureAnalyzer<TopicsUnfitException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, TopicsUnfitException cause) {
    return new FailureAnalysis(
        "Kafka is not as the contract needs it:\n  - " + String.join("\n  - ", cause.findings()),
        "Change the topic with kafka-configs.sh or the broker's configuration as named above. Missing"
            + " topics are created at start by a service with reception.topics.create=true and the"
            + " right to create topics. Replicas are set by reception.topics.replication-factor and"
            + " reception.topics.min-insync-replicas; one broker needs 1 and 1. Never add partitions"
            + " to a topic that is in use: the order of a case depends on them.",
        cause);
  }
}
