package city.reception.router.ledger;

import static city.reception.router.campaigns.Copies.CLINIC;
import static city.reception.router.campaigns.Copies.PARK;
import static city.reception.router.campaigns.Copies.marks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.reception.events.AppealId;
import city.reception.router.campaigns.CampaignRules;
import city.reception.router.campaigns.Gathered;
import city.reception.router.campaigns.Kinship;
import city.reception.router.campaigns.Marks;
import city.reception.router.ledger.CaseLedger.ConcurrentWriteException;
import city.reception.router.ledger.LedgerDatabase.Transaction;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The database decides when two routers find the same campaign at the same time. */
class TwoRoutersFindCampaignsTest {

  private final LedgerDatabase database = new LedgerDatabase();

  @Test
  void mattersThatTwoRoutersBeganAtTheSameTimeBecomeOneWithTheNextLetter() {
    try (Transaction one = database.begin();
        Transaction two = database.begin()) {
      recorded(one, PARK, "Абрамова", "Белова");
      recorded(two, PARK, "Власова", "Гусева");
      one.commit();
      two.commit();
    }
    assertThat(matters()).hasSize(2);

    Gathered gathered = recorded(PARK, "Дроздова");

    assertThat(matters()).hasSize(1);
    Kinship fifth = gathered.letters().getFirst();
    assertThat(fifth.campaign()).isEqualTo(appeal("Абрамова", PARK));
    assertThat(fifth.toTell())
        .singleElement()
        .satisfies(telling -> {
          assertThat(telling.campaign()).isEqualTo(appeal("Абрамова", PARK));
          assertThat(telling.exemplars()).hasSize(2);
        });
    assertThat(campaignOf(recorded(PARK, "Ежова"))).isEqualTo(appeal("Абрамова", PARK));
  }

  @Test
  void theFifthVoiceCountsThoseThatAnotherRouterHasJustCounted() {
    recorded(PARK, "Абрамова", "Белова", "Власова");
    try (Transaction one = database.begin();
        Transaction two = database.begin()) {
      assertThat(campaignOf(recorded(one, PARK, "Гусева"))).isNull();
      var waiting = CompletableFuture.supplyAsync(() -> recorded(two, PARK, "Дроздова"));
      awaitSomebodyWaiting();
      one.commit();

      assertThat(campaignOf(waiting.join())).isEqualTo(appeal("Абрамова", PARK));
      two.commit();
    }
  }

  @Test
  void whoeverFindsAMatterThatIsUnitedMeanwhileReadsItsBatchAgain() {
    try (Transaction one = database.begin();
        Transaction two = database.begin()) {
      recorded(one, PARK, "Абрамова");
      recorded(two, PARK, "Белова");
      one.commit();
      two.commit();
    }
    try (Transaction one = database.begin();
        Transaction two = database.begin()) {
      recorded(one, PARK, "Власова");
      var waiting = CompletableFuture.supplyAsync(() -> recorded(two, PARK, "Гусева"));
      awaitSomebodyWaiting();
      one.commit();

      assertThat(waiting)
          .failsWithin(Duration.ofSeconds(20))
          .withThrowableThat()
          .withCauseInstanceOf(ConcurrentWriteException.class);
    }
    assertThat(campaignOf(recorded(PARK, "Гусева", "Дроздова")))
        .isEqualTo(appeal("Абрамова", PARK));
  }

  @Test
  void lettersOfOneBatchFindEachOtherAndTheSamePersonIsOneVoice() {
    Gathered gathered =
        recorded(PARK, "Абрамова", "Белова", "Власова", "Гусева", "Абрамова вторично");
    assertThat(campaignOf(gathered)).isNotNull();

    Map<AppealId, Marks> again = new LinkedHashMap<>();
    Stream.of("1", "2", "3", "4", "5", "6")
        .forEach(key -> again.put(AppealId.of("portal", key), marks("Зуева", CLINIC)));
    Gathered ofOne = inTransaction(again);

    assertThat(ofOne.letters()).extracting(Kinship::campaign).containsOnlyNulls();
    assertThat(ofOne.letters().getFirst().repeatOf()).isNull();
    assertThat(ofOne.letters().subList(1, 6))
        .extracting(Kinship::repeatOf)
        .containsExactly(
            AppealId.of("portal", "1"),
            AppealId.of("portal", "2"),
            AppealId.of("portal", "3"),
            AppealId.of("portal", "4"),
            AppealId.of("portal", "5"));
  }

  @Test
  void thePersonWhoWritesOnTheSameMatterInOtherWordsRepeatsAndOnAnotherOneDoesNot() {
    recorded(PARK, "Абрамова");
    String mostlyTheSame = PARK.substring(0, PARK.length() * 3 / 5) + CLINIC.substring(0, 40);

    assertThat(repeatOf(recorded(mostlyTheSame, "Абрамова"))).isEqualTo(appeal("Абрамова", PARK));
    assertThat(repeatOf(recorded(CLINIC, "Абрамова"))).isNull();
    assertThat(repeatOf(recorded(PARK, "Белова"))).isNull();
  }

  private List<Long> matters() {
    return database.jdbc.queryForList("select distinct matter from exemplar", Long.class);
  }

  private Gathered recorded(String text, String... names) {
    return inTransaction(letters(text, names));
  }

  private Gathered inTransaction(Map<AppealId, Marks> letters) {
    try (Transaction transaction = database.begin()) {
      Gathered gathered = recorded(transaction, letters);
      transaction.commit();
      return gathered;
    }
  }

  private static Gathered recorded(Transaction transaction, String text, String... names) {
    return recorded(transaction, letters(text, names));
  }

  private static Gathered recorded(Transaction transaction, Map<AppealId, Marks> letters) {
    var remembered = new RememberedLetters(transaction.jdbc, CampaignRules.ORDINARY);
    Gathered gathered = remembered.gather(letters);
    remembered.write(gathered);
    return gathered;
  }

  private static Map<AppealId, Marks> letters(String text, String... names) {
    Map<AppealId, Marks> letters = new LinkedHashMap<>();
    for (String name : names) {
      letters.put(appeal(name, text), marks(name, text));
    }
    return letters;
  }

  private static AppealId appeal(String name, String text) {
    return AppealId.of("portal", name + Integer.toHexString(text.hashCode()));
  }

  private static @Nullable AppealId campaignOf(Gathered gathered) {
    return gathered.letters().getLast().campaign();
  }

  private static @Nullable AppealId repeatOf(Gathered gathered) {
    return gathered.letters().getLast().repeatOf();
  }

  private void awaitSomebodyWaiting() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            !database
                .jdbc
                .queryForList(
                    "select pid from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and datname = current_database()")
                .isEmpty());
  }
}
