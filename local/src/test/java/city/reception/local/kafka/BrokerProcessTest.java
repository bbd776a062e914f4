package city.reception.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BrokerProcessTest {

  @Test
  void oneOfThreeBrokersKnowsTheOthersAndKeepsThreeCopies() {
    BrokerSettings settings =
        BrokerProcess.parse(
            new String[] {
              "--node-id",
              "2",
              "--port",
              "9192",
              "--voters",
              "1@9093,2@9193,3@9293",
              "--directory",
              "/data/2",
              "--set",
              "flush.messages=1"
            });

    assertThat(settings.directory()).isEqualTo(Path.of("/data/2"));
    assertThat(settings.toProperties())
        .containsEntry("node.id", "2")
        .containsEntry("listeners", "CLIENTS://127.0.0.1:9192,CONTROLLERS://127.0.0.1:9193")
        .containsEntry(
            "controller.quorum.voters", "1@127.0.0.1:9093,2@127.0.0.1:9193,3@127.0.0.1:9293")
        .containsEntry("default.replication.factor", "3")
        .containsEntry("min.insync.replicas", "2")
        .containsEntry("flush.messages", "1");
  }

  @Test
  void aNodeThatIsNoVoterIsRefused() {
    assertThatThrownBy(() ->
            BrokerProcess.parse(
                new String[] {
                  "--node-id", "4", "--port", "1", "--voters", "1@2", "--directory", "d"
                }))
        .hasMessageContaining("node 4 is not among the voters");
  }

  @Test
  void aMissingOptionIsNamed() {
    assertThatThrownBy(() -> BrokerProcess.parse(new String[] {"--node-id", "1"}))
        .hasMessageContaining("--port is missing");
  }
}
