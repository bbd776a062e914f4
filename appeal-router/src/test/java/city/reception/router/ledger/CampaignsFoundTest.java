package city.reception.router.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.classifier.LabelledText;
import city.reception.classifier.training.CsvTexts;
import city.reception.events.AppealId;
import city.reception.events.Applicant;
import city.reception.events.ApplicantType;
import city.reception.router.campaigns.CampaignRules;
import city.reception.router.campaigns.Gathered;
import city.reception.router.campaigns.Kinship;
import city.reception.router.campaigns.Letter;
import city.reception.router.campaigns.Marking;
import city.reception.router.campaigns.Marks;
import city.reception.router.campaigns.Signature;
import city.reception.router.models.WordFolding;
import city.reception.testing.letters.CampaignLetters;
import city.reception.testing.letters.CampaignScore;
import city.reception.testing.letters.WrittenLetter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Campaigns in a generated set of letters, through the real database. */
class CampaignsFoundTest {

  private static final int BATCH = 500;

  private final LedgerDatabase database = new LedgerDatabase();
  private final RememberedLetters remembered =
      new RememberedLetters(database.jdbc, CampaignRules.ORDINARY);
  private final Marking marking = new Marking(new WordFolding());
  private final Map<AppealId, WrittenLetter> written = new HashMap<>();

  @Test
  void campaigns_are_found_among_other_letters_and_nothing_else_is_taken_for_one()
      throws Exception {
    int[] sizes = CampaignLetters.sizes(20, 3_000, 5);
    CampaignLetters letters = new CampaignLetters(1, texts(), sizes, 3_000);
    for (var batch = letters.next(BATCH); !batch.isEmpty(); batch = letters.next(BATCH)) {
      recorded(batch);
    }

    CampaignScore score = score();
    assertThat(score.precisionByLetter()).isGreaterThan(0.99);
    assertThat(score.recallByLetter()).isGreaterThan(0.97);
    assertThat(score.precisionByPair()).isGreaterThan(0.99);
    assertThat(score.recallByPair()).isGreaterThan(0.95);
  }

  /** Keys are no secret: somebody may look for a text with a key that comes twice. */
  @Test
  void a_letter_whose_keys_are_one_is_remembered_like_any_other() {
    AppealId appeal = new AppealId(UUID.randomUUID());
    byte[] places = new byte[Signature.LENGTH];
    Marks marks = new Marks(7, Signature.of(places), new long[] {7, 8, 8});

    remember(Map.of(appeal, marks));

    assertThat(database.jdbc.queryForList("select key from letter_key order by key", Long.class))
        .containsExactly(7L, 8L);
    Gathered again = remember(Map.of(new AppealId(UUID.randomUUID()), marks));
    assertThat(again.letters()).first().extracting(Kinship::repeatOf).isEqualTo(appeal);
  }

  private void recorded(List<WrittenLetter> batch) {
    Map<AppealId, Marks> marks = new LinkedHashMap<>();
    for (WrittenLetter letter : batch) {
      AppealId appeal = new AppealId(UUID.randomUUID());
      written.put(appeal, letter);
      marks.put(
          appeal,
          marking.of(
              new Letter(
                  new Applicant(ApplicantType.PERSON, letter.name(), null),
                  null,
                  letter.subject(),
                  letter.text(),
                  null)));
    }
    remember(marks);
  }

  private Gathered remember(Map<AppealId, Marks> marks) {
    return Objects.requireNonNull(
        database
            .transactions()
            .execute(status -> {
              Gathered gathered = remembered.gather(marks);
              remembered.write(gathered);
              return gathered;
            }));
  }

  private CampaignScore score() {
    CampaignScore score = new CampaignScore();
    database.jdbc.query(
        """
        select l.appeal_id, case when first.campaign_since is not null then e.matter end as campaign
        from letter l
        left join exemplar e on e.letter_id = coalesce(l.exemplar, l.id)
        left join exemplar first on first.letter_id = e.matter
        """,
        row -> {
          score.add(
              Objects.requireNonNull(
                  written.get(new AppealId(row.getObject("appeal_id", UUID.class)))),
              row.getObject("campaign"));
        });
    return score;
  }

  private static List<String> texts() throws Exception {
    List<String> texts = new ArrayList<>();
    for (int part = 1; part <= 3; part++) {
      Path file = Path.of("../appeal-classifier/src/main/corpus/starter-" + part + ".csv");
      new CsvTexts(file, "text", "topic")
          .read().stream().map(LabelledText::text).forEach(texts::add);
    }
    return texts;
  }
}
