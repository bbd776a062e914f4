package city.reception.router.ledger;

import static city.reception.router.ledger.LedgerDatabase.RECEIVED;
import static city.reception.router.lifecycle.CaseStory.HEALTH;
import static city.reception.router.lifecycle.CaseStory.MARKER;
import static city.reception.router.lifecycle.CaseStory.anAppeal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.AppealId;
import city.reception.router.ledger.Erasure.Done;
import city.reception.router.ledger.Erasure.Order;
import city.reception.router.lifecycle.AppealContent;
import city.reception.router.lifecycle.CaseStory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people wrote can be erased, and the journal still proves everything else. */
class ErasureTest {

  private static final LedgerDatabase database = new LedgerDatabase();
  private static final Erasure erasure = new Erasure(database.jdbc, database.transactions());

  private final Journals journals = new Journals(database);

  @BeforeEach
  void empty() {
    database.empty();
  }

  @Test
  void everyTextGoesAndTheChainStaysWhole() {
    AppealId appeal = journals.enter(life());

    Optional<Done> done = erasure.erase(order(appeal, false));

    // Routed, Extended, Redirected and Answered held texts.
    assertThat(done).contains(new Done(5, 1, 4, 1));
    assertThat(words()).doesNotContain(MARKER);
    assertThat(names()).contains(MARKER);
    assertThat(journals.check())
        .isEqualTo(new JournalCheck.Result(1, 7, 0, 5, 0, Optional.empty()));
  }

  @Test
  void everyTextOfTheWholeLifeOfACaseGoes() {
    List<CaseStory> stories =
        List.of(
            anAppeal().registered().takenUp().asked().clarified().forwarded(),
            anAppeal().registered().takenUp().refused(),
            anAppeal().registeredAsARepeat().takenUp().correspondenceEnded(),
            anAppeal().registered().takenUp().answered().rated().reopened(),
            anAppeal().registered().takenUp().informationRequested().requestReplied(),
            anAppeal().registered().split().partEnded(1));
    List<AppealId> appeals = stories.stream().map(journals::enter).toList();

    appeals.forEach(appeal -> erasure.erase(order(appeal, true)));

    assertThat(words()).doesNotContain(MARKER);
    assertThat(names()).doesNotContain(MARKER);
    assertThat(progress()).doesNotContain(MARKER).contains(Erasure.ERASED);
    assertThat(journals.check().isWhole()).isTrue();
  }

  @Test
  void thePartsOfASplitAppealAreErasedWithIt() {
    AppealId whole = journals.enter(anAppeal().registered().split());
    AppealId part = journals.enter(anAppeal().registered());
    database.jdbc.update(
        """
        update appeal_case
        set progress = regexp_replace(progress::text,
          '"number":1,"appealId":"[^"]*"', '"number":1,"appealId":"' || ? || '"')::json
        where appeal_id = ?
        """,
        part.toString(),
        whole.value());

    assertThat(erasure.erase(order(whole, false)).orElseThrow().cases()).isEqualTo(2);

    assertThat(words()).doesNotContain(MARKER);
    assertThat(journals.check().isWhole()).isTrue();
  }

  @Test
  void theNamesOfThoseWhoActedGoTooWhereThatIsOrdered() {
    AppealId appeal = journals.enter(life());

    erasure.erase(order(appeal, true));

    assertThat(words()).doesNotContain(MARKER);
    assertThat(names()).doesNotContain(MARKER);
    assertThat(journals.check().isWhole()).isTrue();
  }

  @Test
  void theErasureIsEnteredWithWhoOrderedItAndWhy() {
    AppealId appeal = journals.enter(anAppeal().registered());

    erasure.erase(order(appeal, false));

    assertThat(
            database.jdbc.queryForList(
                """
                select concat_ws(' ', version, idx, party, seen, actor, facts, texts) from case_event
                where type = 'TextsErased'
                """,
                String.class))
        .containsExactly(
            "1 2 OPERATOR 1 Орлова {\"names\":false,\"entries\":1} {\"reason\":\"по заявлению\"}");
  }

  @Test
  void aSecondErasureChangesNothingButIsEntered() {
    AppealId appeal = journals.enter(life());
    erasure.erase(order(appeal, true));

    assertThat(erasure.erase(order(appeal, true))).contains(new Done(5, 2, 0, 1));

    assertThat(journals.check().isWhole()).isTrue();
    assertThat(names()).contains("Орлова");
  }

  @Test
  void theCaseGoesOnWithoutItsTexts() {
    List<CaseStory.Entry> told = life().told();
    AppealId appeal = journals.enter(anAppeal().registered().takenUp());
    erasure.erase(order(appeal, false));

    journals.goOn(appeal, told.subList(3, 5));

    assertThat(journals.check().isWhole()).isTrue();
    try (var transaction = database.begin()) {
      AppealContent content =
          transaction
              .ledger
              .load(List.of(appeal))
              .states()
              .values()
              .iterator()
              .next()
              .file()
              .content();
      assertThat(content.text()).isEqualTo(Erasure.ERASED);
      assertThat(content.kind()).isEqualTo(CaseStory.content().kind());
      assertThat(content.receivedAt()).isEqualTo(CaseStory.content().receivedAt());
    }
  }

  @Test
  void whatALaterEntrySaysIsNotTakenForErased() {
    AppealId appeal = journals.enter(anAppeal().registered());
    erasure.erase(order(appeal, false));
    journals.goOn(appeal, life().told().subList(2, 3));

    database.jdbc.execute("alter table case_event disable trigger keep_journal_entry");
    database.jdbc.update(
        """
        update case_event
        set actor = null, actor_salt = null,
          actor_digest = sha256(actor_salt || convert_to(actor, 'UTF8'))
        where type = 'TakenUp'
        """);
    database.jdbc.execute("alter table case_event enable trigger keep_journal_entry");

    assertThat(journals.check().isWhole()).isFalse();
  }

  @Test
  void theTextsOfACaseFromBeforeTheChainGoToo() {
    AppealId appeal = journals.enter(anAppeal().registered());
    database.jdbc.execute("alter table case_event disable trigger keep_journal_entry");
    database.jdbc.update(
        """
        update case_event set digest = null, texts = null, texts_salt = null,
          facts = json_build_object('route', json_build_object(
            'committee', 'education', 'rule', 'CLASSIFIER', 'classifier', 'm-1',
            'explanation', json_build_object('ru', ?::text, 'en', 'words'),
            'candidates', '[]'::json,
            'basis', json_build_object('topics', json_build_array(json_build_object(
              'topic', 'schools', 'committee', 'education', 'probability', 0.9,
              'terms', json_build_array(?::text))))))
        where type = 'Routed'
        """,
        MARKER,
        MARKER);
    database.jdbc.update(
        """
        update case_event set digest = null, facts = json_build_object('reason', ?::text)
        where type = 'Registered'
        """,
        MARKER);
    database.jdbc.execute("alter table case_event enable trigger keep_journal_entry");
    database.jdbc.update("update appeal_case set journal_head = null");
    database.jdbc.update("update appeal_content set salt = null");
    database.jdbc.update("update journal_start set at = '2100-01-01'");

    erasure.erase(order(appeal, false));

    assertThat(words()).doesNotContain(MARKER).contains("\"topic\":\"schools\"");
    assertThat(journals.check().isWhole()).isTrue();
  }

  @Test
  void anAppealThatIsNotThereIsNone() {
    assertThat(erasure.erase(order(AppealId.of("portal", "nobody-wrote-this"), false))).isEmpty();
  }

  @Test
  void anErasureWaitsForTheBatchInHand() {
    AppealId appeal = journals.enter(anAppeal().registered());
    CompletableFuture<Optional<Done>> erased;
    try (var batch = database.begin()) {
      batch.ledger.lock(List.of(RECEIVED));
      LoadedCases loaded = batch.ledger.load(List.of(appeal));
      erased = CompletableFuture.supplyAsync(() -> erasure.erase(order(appeal, false)));
      await()
          .until(
              () ->
                  database.jdbc.queryForList(
                      """
                      select pid from pg_stat_activity
                      where datname = current_database() and wait_event_type = 'Lock'
                      """,
                      Integer.class),
              waiting -> waiting.size() == 1);
      assertThat(loaded.states()).hasSize(1);
      batch.commit();
    }

    assertThat(erased.join()).contains(new Done(1, 2, 1, 1));
  }

  private static Order order(AppealId appeal, boolean names) {
    return new Order(appeal, names, "Орлова", "по заявлению");
  }

  /** All that somebody may have written; a channel's and a rule's names are the installation's. */
  private static String words() {
    return String.join(
            "\n",
            database.jdbc.queryForList(
                """
                select content::text from appeal_content
                union all select concat_ws(' ', facts, texts) from case_event
                """,
                String.class))
        .replaceAll("(channel|rule) " + MARKER, "");
  }

  private static String names() {
    return String.join(
        "\n", database.jdbc.queryForList("select actor from case_event", String.class));
  }

  private static String progress() {
    return String.join(
        "\n", database.jdbc.queryForList("select progress::text from appeal_case", String.class));
  }

  private static CaseStory life() {
    return anAppeal().registered().takenUp().extended().redirectedTo(HEALTH).answered();
  }
}
