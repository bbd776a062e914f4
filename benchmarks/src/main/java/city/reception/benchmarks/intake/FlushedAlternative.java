package city.reception.benchmarks.intake;

import city.reception.benchmarks.harness.Alternative;
import city.reception.benchmarks.harness.Broker;
import city.reception.benchmarks.harness.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** The same, while the broker writes every append to the disk before it acknowledges it. */
record FlushedAlternative(Alternative same, Broker broker, String topic) implements Alternative {

  @Override
  public String name() {
    return same.name();
  }

  @Override
  public Reading run(Duration time) throws Exception {
    set(AlterConfigOp.OpType.SET);
    try {
      return same.run(time);
    } finally {
      set(AlterConfigOp.OpType.DELETE);
    }
  }

  private void set(AlterConfigOp.OpType operation)
      throws ExecutionException, InterruptedException {
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.TOPIC, topic),
                  List.of(
                      new AlterConfigOp(
                          new ConfigEntry(TopicConfig.FLUSH_MESSAGES_INTERVAL_CONFIG, "1"),
                          operation))))
          .all()
          .get();
    }
  }
}
