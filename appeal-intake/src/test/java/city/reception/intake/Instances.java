package city.reception.intake;

import city.reception.starter.kafka.KafkaClients;
import city.reception.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts further instances beside the one under test, on the same broker. */
@TestComponent
public final class Instances {

  private final KafkaClients clients;
  private final TestPostgres.Database database;

  public Instances(KafkaClients clients, TestPostgres.Database database) {
    this.clients = clients;
    this.database = database;
  }

  /** Another instance of the same installation. Close it. */
  public Instance start(String... settings) {
    return start(database, settings);
  }

  /** Another instance with a database of its own. Close it. */
  public Instance start(TestPostgres.Database own, String... settings) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--spring.config.name=appeal-intake,intake-test",
                "--server.port=0",
                "--reception.intake.public-channel=portal",
                "--spring.kafka.bootstrap-servers=" + clients.bootstrapServers(),
                "--spring.datasource.url=" + own.url(),
                "--spring.datasource.username=" + own.user(),
                "--spring.datasource.password=" + own.password()));
    arguments.addAll(List.of(settings));
    return new Instance(IntakeApplication.application().run(arguments.toArray(String[]::new)));
  }

  /** A running instance. */
  public record Instance(ConfigurableApplicationContext context) implements AutoCloseable {

    public IntakeClient client() {
      return new IntakeClient(context.getEnvironment());
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
