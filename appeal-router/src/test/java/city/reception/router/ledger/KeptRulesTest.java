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

  @Test
  void aSetKeptBeforeItHadAPartIsKeptWithItFromThenOnAndNotBefore() {
    // As a version of the service wrote it that knew neither grounds nor the other later parts.
    database.jdbc.update(
        """
        insert into rule_set (id, rules) values (?, '{
          "id": "59-fz.2006", "inForceFrom": "2006-01-01", "onNonWorkingDay": "EARLIER",
          "reminders": ["ANSWER_DUE_IN_7_DAYS", "ANSWER_DUE_IN_3_DAYS", "ANSWER_DUE_IN_1_DAY",
            "ANSWER_DUE", "ANSWER_OVERDUE"],
          "redirectLimit": 2,
          "answer": {"days": 30, "article": {"ru": "59-ФЗ, статья 12, часть 1", "en": "59-FZ, article 12.1"}},
          "extension": {"days": 30, "article": {"ru": "59-ФЗ, статья 12, часть 2", "en": "59-FZ, article 12.2"}}}')
        """,
        NOW.id());
    kept.keep(List.of(NOW), LocalDate.of(2026, 11, 26));
    RuleSet withoutGrounds =
        new RuleSet(
            NOW.id(),
            NOW.inForceFrom(),
            NOW.onNonWorkingDay(),
            NOW.reminders(),
            NOW.redirectLimit(),
            NOW.answer(),
            NOW.extension());

    assertThatThrownBy(() -> kept.keep(List.of(withoutGrounds), LocalDate.of(2026, 11, 27)))
        .hasMessageContaining("grounds was");
    kept.keep(List.of(NOW), LocalDate.of(2026, 11, 27));
  }
}
