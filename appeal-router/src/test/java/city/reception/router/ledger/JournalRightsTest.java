package city.reception.router.ledger;

import static city.reception.router.lifecycle.CaseStory.anAppeal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** PostgreSQL itself keeps the journal from being changed. */
class JournalRightsTest {

  private static final LedgerDatabase database = LedgerDatabase.withRoleOfTheService();
  private static final JdbcTemplate service = new JdbcTemplate(database.asService());

  @BeforeAll
  static void aJournal() {
    new Journals(database).enter(anAppeal().registered().takenUp().answered());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update case_event set at = now()",
        "update case_event set texts = null",
        "update case_event set digest = null",
        "delete from case_event",
        "truncate case_event",
        "update journal_start set at = '2100-01-01'",
        "insert into journal_start values (now())",
        "delete from journal_start",
        "alter table case_event disable trigger keep_journal_entry",
        "alter table case_event disable trigger keep_journal",
        "drop trigger keep_journal_entry on case_event",
        "drop table case_event",
        "select * from flyway_schema_history"
      })
  void theRoleOfTheServiceIsRefused(String statement) {
    assertThatThrownBy(() -> service.execute(statement))
        .rootCause()
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");

    assertThat(new Journals(database).check().isWhole()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update case_event set at = now()",
        "update case_event set facts = '{}'",
        "update case_event set digest = null",
        "update case_event set actor = 'другой' where actor is not null",
        "update case_event set texts = '{\"text\":\"другой\"}' where texts is not null",
        "delete from case_event",
        "truncate case_event",
        "truncate appeal_case, case_event, input, stream cascade"
      })
  void theOwnerIsKeptFromAMistake(String statement) {
    assertThatThrownBy(() -> database.jdbc.execute(statement))
        .rootCause()
        .hasMessageContaining("the journal is append-only");
    assertThat(database.count("case_event")).isEqualTo(4);
  }

  @Test
  void theRoleOfTheServiceIsEnoughForTheLedger() {
    assertThat(new JournalRights(service).mayChange()).isFalse();
    assertThat(new JournalRights(database.jdbc).mayChange()).isTrue();
    for (String table :
        List.of("stream", "input", "appeal_case", "appeal_content", "timer", "told_number")) {
      assertThat(
              service.queryForObject(
                  "select has_table_privilege(?, 'select,insert,update,delete')",
                  Boolean.class,
                  table))
          .as(table)
          .isTrue();
    }
    assertThat(new JdbcCaseLedger(service).nextNumbers(2030, 2)).containsExactly(1L, 2L);
  }
}
