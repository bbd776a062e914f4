package city.reception.router.ledger;

import static city.reception.router.lifecycle.CaseStory.HEALTH;
import static city.reception.router.lifecycle.CaseStory.anAppeal;
import static org.assertj.core.api.Assertions.assertThat;

import city.reception.events.AppealId;
import city.reception.router.ledger.JournalCheck.Broken;
import city.reception.router.lifecycle.CaseStory;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is done to an entry of a journal behind the router's back, the check finds it. */
class JournalCheckTest {

  private static final LedgerDatabase database = new LedgerDatabase();

  private final Journals journals = new Journals(database);

  @BeforeEach
  void empty() {
    database.empty();
    database.jdbc.update("update journal_start set at = now() - interval '1 hour'");
  }

  @Test
  void anEmptyLedgerIsWhole() {
    assertThat(journals.check())
        .isEqualTo(new JournalCheck.Result(0, 0, 0, 0, 0, Optional.empty()));
  }

  @Test
  void whatTheRouterEnteredIsWhole() {
    journals.enter(life());
    journals.enter(anAppeal().registered());
    journals.enter(anAppeal().registered().withdrawn());

    assertThat(journals.check())
        .isEqualTo(new JournalCheck.Result(3, 11, 0, 0, 0, Optional.empty()));
  }

  @Test
  void severalEntriesOfOneBatchAreLinkedInTheirOrder() {
    AppealId appeal = journals.enter(anAppeal().registered());
    var told = life().told();

    journals.goOn(appeal, told.subList(2, told.size()));

    assertThat(journals.check().isWhole()).isTrue();
    assertThat(journals.check().entries()).isEqualTo(6);
  }

  @Test
  void anEntrySaysWhoDidItAndWhichVersionThatPersonSaw() {
    journals.enter(life());

    assertThat(
            database.jdbc.queryForList(
                """
                select concat_ws(' ', version, idx, type, party, seen, actor)
                from case_event order by version, idx
                """,
                String.class))
        .startsWith(
            "1 0 Registered RESIDENT",
            "1 1 Routed RESIDENT",
            "2 0 TakenUp education 1 депутат " + CaseStory.MARKER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          facts = '{"days":60}'                                   | Extended
          type = 'Redirected'                                     | TakenUp
          at = at + interval '1 day'                              | Answered
          party = 'RESIDENT'                                      | Answered
          seen = 1                                                | Answered
          seen = null                                             | Answered
          off = 17                                                | Answered
          actor = 'Сидоров'                                       | TakenUp
          actor = null                                            | TakenUp
          actor = null, actor_salt = null                         | Redirected
          texts = '{"text":"Отказать"}'                           | Answered
          texts = null, texts_salt = null                         | Answered
          texts_salt = null                                       | Answered
          texts = '{"text":"Отказать"}', texts_salt = null        | Answered
          digest = sha256('')                                     | Redirected
          """)
  void aChangedEntryIsNamed(String change, String type) {
    journals.enter(anAppeal().registered());
    AppealId appeal = journals.enter(life());
    int version = version(type);

    tamper("update case_event set " + change + " where type = '" + type + "'");

    JournalCheck.Result result = journals.check();
    assertThat(result.brokenCases()).isOne();
    assertThat(result.first())
        .contains(new Broken(appeal, version, 0, "what it says is not what was entered"));
  }

  @Test
  void aChangedAppealIsNamedByItsRegistration() {
    AppealId appeal = journals.enter(anAppeal().registered());

    tamper("update appeal_content set content = replace(content::text, 'Крыша', 'Стена')::json");

    assertThat(journals.check().first())
        .contains(new Broken(appeal, 1, 0, "what it says is not what was entered"));
  }

  @Test
  void anEntryThatWasTakenOutIsMissed() {
    AppealId appeal = journals.enter(life());

    tamper("delete from case_event where type = 'Extended'");

    assertThat(journals.check().first())
        .contains(new Broken(appeal, version("Redirected"), 0, "entries before it are missing"));
  }

  @Test
  void aTakenOutBeginningIsMissed() {
    AppealId appeal = journals.enter(life());

    tamper("delete from case_event where version = 1");

    assertThat(journals.check().first())
        .contains(new Broken(appeal, 2, 0, "entries before it are missing"));
  }

  @Test
  void anEndThatWasCutOffIsMissed() {
    AppealId appeal = journals.enter(life());

    tamper("delete from case_event where type = 'Answered'");

    assertThat(journals.check().first())
        .contains(
            new Broken(
                appeal,
                4,
                0,
                "the case is at version 5, index 0; entries after this one are missing"));
  }

  @Test
  void anEndThatWasExchangedIsFound() {
    AppealId appeal = journals.enter(life());

    tamper("update appeal_case set journal_head = sha256('another')");

    assertThat(journals.check().first())
        .contains(new Broken(appeal, 5, 0, "the case was left with another entry than this"));
  }

  @Test
  void aJournalWithoutItsCaseAndACaseWithoutItsJournalAreFound() {
    AppealId first = journals.enter(life());
    AppealId second = journals.enter(life());

    database.jdbc.update("delete from appeal_case where appeal_id = ?", first.value());
    assertThat(journals.check().first())
        .contains(new Broken(first, 5, 0, "the case itself is missing"));

    tamper("truncate case_event");
    assertThat(journals.check().first())
        .contains(new Broken(second, 5, 0, "the case has no journal"));
  }

  @Test
  void textsThatAreGoneWithoutAnErasureAreMissed() {
    AppealId appeal = journals.enter(life());

    tamper(
        """
        update case_event
        set texts = null, texts_salt = null,
          texts_digest = sha256(texts_salt || convert_to(texts::text, 'UTF8'))
        where type = 'Answered'
        """);

    assertThat(journals.check().first())
        .contains(
            new Broken(appeal, 5, 0, "texts are gone, and no entry says that they were erased"));
  }

  @Test
  void theChainOfACaseFromBeforeBeginsWithItsNextEntry() {
    AppealId appeal = journals.enter(anAppeal().registered().takenUp());
    tamper("update case_event set digest = null");
    tamper("update appeal_case set journal_head = null");
    database.jdbc.update("update journal_start set at = '2100-01-01'");
    var told = life().told();

    journals.goOn(appeal, told.subList(3, 5));

    assertThat(journals.check())
        .isEqualTo(new JournalCheck.Result(1, 5, 3, 0, 0, Optional.empty()));
  }

  @Test
  void anEntryWithoutADigestIsNoneFromBeforeWhenItIsYoungerThanTheChain() {
    AppealId appeal = journals.enter(life());

    tamper("update case_event set digest = null, at = now()");

    assertThat(journals.check().first())
        .contains(
            new Broken(appeal, 1, 0, "it has no digest, though it is younger than the chain"));
  }

  private static CaseStory life() {
    return anAppeal().registered().takenUp().extended().redirectedTo(HEALTH).answered();
  }

  private static int version(String type) {
    return life().journal().stream()
        .filter(event -> event.getClass().getSimpleName().equals(type))
        .findFirst()
        .orElseThrow()
        .version();
  }

  /** What only somebody with all rights can do, and only when the guard is taken away. */
  private static void tamper(String statement) {
    database.jdbc.execute("alter table case_event disable trigger user");
    try {
      database.jdbc.execute(statement);
    } finally {
      database.jdbc.execute("alter table case_event enable trigger user");
    }
  }
}
