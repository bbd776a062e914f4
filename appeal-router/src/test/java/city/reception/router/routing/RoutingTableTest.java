package city.reception.router.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.classifier.TopicModel;
import city.reception.events.CommitteeId;
import city.reception.events.LocalizedText;
import city.reception.router.RoutingTables;
import city.reception.router.routing.RoutingTable.Holder;
import city.reception.starter.committees.CommitteesFile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.FileSystemResource;

/** What an installation says about its committees, and what it cannot say. */
class RoutingTableTest {

  @Test
  void theShippedCommitteesHoldEveryTopicOfTheStarterModelAndNoOther() {
    RoutingTable table =
        RoutingTables.of(CommitteesFile.read(new FileSystemResource("../config/committees.yaml")));
    Set<String> topics = Set.copyOf(TopicModel.starter().topics());

    assertThat(table.unheld(topics)).isEmpty();
    assertThat(table.unknown(topics)).isEmpty();
  }

  @Test
  void aTopicBelongsToOneCommittee() {
    assertThatThrownBy(() ->
            new RoutingTable(
                List.of(holder("health", "clinics"), holder("education", "clinics")),
                List.of(),
                List.of()))
        .hasMessage("the topic 'clinics' is there twice, with health and with education");
  }

  @Test
  void whatOnlyOneSideKnowsIsNamed() {
    RoutingTable table =
        new RoutingTable(List.of(holder("health", "clinics", "hospitals")), List.of(), List.of());

    assertThat(table.unknown(Set.of("clinics", "schools"))).containsExactly("hospitals");
    assertThat(table.unheld(Set.of("clinics", "schools"))).containsExactly("schools");
    assertThat(table.holderOf("schools")).isEqualTo(CommitteeId.RECEPTION);
  }

  @Test
  void aRuleNeedsAConditionAndACommitteeThatIsThere() {
    assertThatThrownBy(() -> rule(Set.of(), "health")).hasMessageContaining("no condition");
    assertThatThrownBy(() ->
            new RoutingTable(
                List.of(holder("health")), List.of(rule(Set.of("paper"), "dissolved")), List.of()))
        .hasMessage("the rule 'paper' names a committee that is not there: dissolved");
  }

  private static ExplicitRule rule(Set<String> channels, String committee) {
    return new ExplicitRule(
        "paper", channels, Set.of(), Set.of(), List.of(), List.of(), new CommitteeId(committee));
  }

  private static Holder holder(String slug, String... topics) {
    return new Holder(
        new CommitteeId(slug),
        new LocalizedText(slug, slug),
        List.of(topics),
        List.of(),
        List.of());
  }
}
