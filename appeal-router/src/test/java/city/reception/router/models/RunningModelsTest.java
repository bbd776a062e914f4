package city.reception.router.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.classifier.TopicModel;
import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import city.reception.router.ledger.LedgerDatabase;
import city.reception.router.ledger.TopicModels;
import city.reception.router.ledger.TopicModels.Role;
import city.reception.router.ledger.TopicModels.State;
import city.reception.router.routing.RoutingTable;
import city.reception.router.routing.RoutingTable.Holder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a router makes of the table of models at its start. */
class RunningModelsTest {

  private static final LedgerDatabase database = new LedgerDatabase();
  private final TopicModels table = new TopicModels(database.jdbc);

  @BeforeEach
  void withoutModels() {
    database.jdbc.update("delete from topic_model");
  }

  @Test
  void aTopicThatNoModelKnowsStopsTheStartAndIsNamed() {
    assertThatThrownBy(() -> models("schools", "scholls").start())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[scholls]")
        .hasMessageContaining("committees.yaml");
  }

  @Test
  void aTopicOfAnyModelThatWasOfferedIsKnown() {
    table.offer("other-1", new byte[0], "{}", Set.of("astronomy"), Role.SHADOW, false, "test");
    RunningModels models = models("schools", "astronomy");

    models.start();

    assertThat(models.current().live().classifierVersion())
        .isEqualTo(TopicModel.starter().version());
  }

  @Test
  void anOfferThatIsSettledOnceIsSettled() {
    long id = table.offer("broken-1", new byte[] {1}, "{}", Set.of(), Role.LIVE, true, "test");
    TopicModels.Standing seenByBoth = table.standing().getFirst();
    TransactionTemplate transactions = transactions();

    Boolean first =
        transactions.execute(s -> table.settle(seenByBoth, null, State.REFUSED, "first"));
    Boolean second = transactions.execute(s -> table.settle(seenByBoth, null, State.LIVE, null));

    assertThat(first).isTrue();
    assertThat(second).isFalse();
    assertThat(table.find(id).orElseThrow().reason()).isEqualTo("first");
  }

  @Test
  void aLiveModelThatCannotBeReadHereLeavesTheOneBeforeIt() {
    table.offer("broken-1", new byte[] {1}, "{}", Set.of(), Role.LIVE, true, "test");
    database.jdbc.update("update topic_model set state = 'LIVE'");
    RunningModels models = models("schools");

    models.start();
    models.refresh();

    assertThat(models.current().live().classifierVersion())
        .isEqualTo(TopicModel.starter().version());
  }

  private RunningModels models(String... topics) {
    RoutingTable committees =
        new RoutingTable(
            List.of(
                new Holder(
                    new CommitteeId("education"),
                    new LocalizedText("Комиссия", "Commission"),
                    List.of(topics),
                    List.of(),
                    List.of())),
            List.of(),
            List.of());
    return new RunningModels(
        committees,
        RunningModels.Model.of(TopicModel.starter(), committees),
        table,
        transactions(),
        new SimpleMeterRegistry());
  }

  private static TransactionTemplate transactions() {
    return new TransactionTemplate(
        new JdbcTransactionManager(Objects.requireNonNull(database.jdbc.getDataSource())));
  }
}
