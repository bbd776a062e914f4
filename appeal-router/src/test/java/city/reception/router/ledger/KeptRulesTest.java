package city.reception.router.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.reception.router.lifecycle.RuleSet;
import city.reception.router.lifecycle.TestRules;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cases were registered under stays as it was. */
class KeptRulesTest {

  private static final LedgerDatabase database = new LedgerDatabase();
  private static final RuleSet NOW = TestRules.OF_2006;
  private static final RuleSet LATER = TestRules.OF_2030;

  private final KeptRules kept = new KeptRules(database.jdbc);

  @BeforeEach
  void empty() {
    database.jdbc.execute("truncate rule_set");
  }

  @Test
  void aSetIsKeptFromItsFirstDayAndFoundUnchangedAtTheNextStart() {
    kept.keep(List.of(NOW, LATER), LocalDate.of(2026, 11, 26));
    assertThat(database.count("rule_set")).isEqualTo(1);

    kept.keep(List.of(NOW, LATER), LATER.inForceFrom());
    assertThat(database.count("rule_set")).isEqualTo(2);
  }

  @Test
  void aSetThatIsMissingOrReadsOtherwiseStopsTheStart() {
    kept.keep(List.of(NOW), LocalDate.of(2026, 11, 26));
    RuleSet edited =
        new RuleSet(
            NOW.id(),
            NOW.inForceFrom(),
            NOW.onNonWorkingDay(),
            NOW.reminders(),
            NOW.redirectLimit(),
            LATER.answer(),
            NOW.extension());

    assertThatThrownBy(() -> kept.keep(List.of(LATER), LocalDate.of(2026, 11, 26)))
        .hasMessageContaining("rule set 59-fz.2006 is missing");
    assertThatThrownBy(() -> kept.keep(List.of(edited), LocalDate.of(2026, 11, 26)))
        .hasMessageContaining("an amendment is a new rule set");
  }
}
