package city.reception.router.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.router.lifecycle.CaseEvent;
import city.reception.router.lifecycle.CaseStory;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each thing that an event says is either kept for good or can be erased, and somebody chose. */
class JournalFactsTest {

  /** What people write. */
  private static final Set<String> ERASABLE =
      Set.of("reason", "text", "question", "comment", "toBody", "body", "part", "parts");

  @Test
  void everyComponentOfEveryEventIsPlainOrErasable() {
    Set<String> unknown = new TreeSet<>();
    for (Class<?> event : CaseEvent.class.getPermittedSubclasses()) {
      unknown.addAll(
          Arrays.stream(event.getRecordComponents())
              .map(component -> component.getName())
              .filter(name -> !JournalFacts.COLUMNS.contains(name))
              .filter(name -> !JournalFacts.PLAIN.contains(name) && !ERASABLE.contains(name))
              .collect(Collectors.toSet()));
    }

    assertThat(unknown)
        .as("name each in JournalFacts.PLAIN if it holds no word of anybody's, else here")
        .isEmpty();
  }

  @Test
  void factsHoldNoWordOfAnybodys() {
    JournalFacts parts = new JournalFacts();
    for (CaseEvent event :
        CaseStory.anAppeal()
            .registered()
            .takenUp()
            .extended()
            .redirectedTo(CaseStory.HEALTH)
            .answered()
            .journal()) {
      // The name of a rule of the installation is no word of the resident's.
      assertThat(parts.facts(event).replace("rule " + CaseStory.MARKER, ""))
          .as(event.getClass().getSimpleName())
          .doesNotContain(CaseStory.MARKER);
    }
  }
}
