package city.reception.benchmarks.campaigns;

import city.reception.classifier.LabelledText;
import city.reception.classifier.training.CsvTexts;
import city.reception.classifier.training.UnfitTextsException;
import city.reception.events.AppealId;
import city.reception.events.Applicant;
import city.reception.events.ApplicantType;
import city.reception.router.campaigns.Letter;
import city.reception.router.campaigns.Marking;
import city.reception.router.campaigns.Marks;
import city.reception.router.models.WordFolding;
import city.reception.testing.letters.CampaignLetters;
import city.reception.testing.letters.CampaignScore;
import city.reception.testing.letters.WrittenLetter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Letters of which it is known to which campaign they belong, as appeals with their marks. */
final class MarkedLetters {

  private static final long SEED = 1;
  private static final int LEAST = 5;

  private final CampaignLetters letters;
  private final Marking marking = new Marking(new WordFolding());
  private final Map<AppealId, WrittenLetter> written = new HashMap<>();
  private long nanos;
  private long characters;

  /**
   * As many letters of campaigns as others.
   *
   * @param home the folder of the project
   */
  MarkedLetters(Path home, int campaigns, int ofCampaigns, int alone)
      throws IOException, UnfitTextsException {
    this.letters =
        new CampaignLetters(
            SEED, texts(home), CampaignLetters.sizes(campaigns, ofCampaigns, LEAST), alone);
  }

  /** The next letters, each a new appeal. */
  Map<AppealId, Marks> next(int count) {
    List<WrittenLetter> batch = letters.next(count);
    Map<AppealId, Marks> marks = new LinkedHashMap<>();
    long begin = System.nanoTime();
    for (WrittenLetter letter : batch) {
      AppealId appeal = new AppealId(UUID.randomUUID());
      written.put(appeal, letter);
      marks.put(appeal, marking.of(asWritten(letter)));
      characters += letter.text().length();
    }
    nanos += System.nanoTime() - begin;
    return marks;
  }

  /** Of all so far: how many texts of that many characters one thread marked in a second. */
  double markedPerSecond(int length) {
    return characters / (double) length / (nanos / 1e9);
  }

  private static Letter asWritten(WrittenLetter letter) {
    return new Letter(
        new Applicant(ApplicantType.PERSON, letter.name(), null),
        null,
        letter.subject(),
        letter.text(),
        null);
  }

  /** What was found, by appeal; an appeal without a campaign is left out. */
  CampaignScore score(Map<AppealId, ?> campaigns) {
    CampaignScore score = new CampaignScore();
    written.forEach((appeal, letter) -> score.add(letter, campaigns.get(appeal)));
    return score;
  }

  private static List<String> texts(Path home) throws IOException, UnfitTextsException {
    List<String> texts = new ArrayList<>();
    for (int part = 1; part <= 3; part++) {
      Path file = home.resolve("appeal-classifier/src/main/corpus/starter-%d.csv".formatted(part));
      new CsvTexts(file, "text", "topic")
          .read().stream().map(LabelledText::text).forEach(texts::add);
    }
    return texts;
  }
}
