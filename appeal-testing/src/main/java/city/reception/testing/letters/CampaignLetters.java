package city.reception.testing.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Letters of campaigns among letters of single people, in random order. All are put together from
 * the sentences of real topics, so that strangers share a sentence now and then; a third of all end
 * with the same legal phrases. The letters of a campaign are one text in many hands: see {@link
 * OtherHand}. The same seed gives the same letters.
 */
public final class CampaignLetters {

  private static final double WITH_PHRASES = 0.35;
  private static final double SHORT = 0.08;
  private static final int SHORTEST_SENTENCE = 25;

  private static final List<String> PHRASES =
      List.of(
          "Прошу рассмотреть настоящее обращение в порядке и сроки, установленные Федеральным законом"
              + " № 59-ФЗ «О порядке рассмотрения обращений граждан Российской Федерации», и дать"
              + " мотивированный письменный ответ по существу поставленных вопросов.",
          "В соответствии со статьёй 33 Конституции Российской Федерации прошу принять меры в"
              + " пределах своих полномочий, о результатах рассмотрения сообщить мне в письменном"
              + " виде, персональные данные третьим лицам не передавать.");

  private final List<String> sentences;
  private final SplittableRandom random;
  private final People people;
  private final OtherHand otherHand;
  private final int[] order;
  private final List<Text> campaigns = new ArrayList<>();
  private int next;

  /** A subject and the sentences of a text. */
  record Text(String subject, List<String> sentences) {}

  /**
   * Letters of {@code sizes.length} campaigns and {@code alone} others.
   *
   * @param texts of which the sentences are taken
   * @param sizes how many letters each campaign has
   */
  public CampaignLetters(long seed, List<String> texts, int[] sizes, int alone) {
    this.random = new SplittableRandom(seed);
    this.people = new People(random.split());
    this.otherHand = new OtherHand(random.split(), people);
    this.sentences =
        texts.stream()
            .flatMap(text -> List.of(text.split("(?<=[.!?])\\s+", -1)).stream())
            .filter(sentence -> sentence.length() >= SHORTEST_SENTENCE)
            .distinct()
            .toList();
    for (int i = 0; i < sizes.length; i++) {
      campaigns.add(text(4, 8));
    }
    this.order =
        IntStream.concat(
                IntStream.range(0, sizes.length)
                    .flatMap(campaign -> IntStream.generate(() -> campaign).limit(sizes[campaign])),
                IntStream.generate(() -> WrittenLetter.ALONE).limit(alone))
            .toArray();
    shuffle(order);
  }

  /**
   * The sizes of {@code campaigns} campaigns with {@code letters} letters together: a few are large
   * and most are small, none smaller than {@code least}.
   */
  public static int[] sizes(int campaigns, int letters, int least) {
    double sum = IntStream.rangeClosed(1, campaigns).mapToDouble(rank -> 1.0 / rank).sum();
    int spare = letters - campaigns * least;
    int[] sizes =
        IntStream.rangeClosed(1, campaigns)
            .map(rank -> least + (int) (spare / (rank * sum)))
            .toArray();
    sizes[0] += letters - IntStream.of(sizes).sum();
    return sizes;
  }

  /** How many letters there are. */
  public int size() {
    return order.length;
  }

  /** The next letters, {@code count} at most; none at the end. */
  public List<WrittenLetter> next(int count) {
    List<WrittenLetter> letters = new ArrayList<>();
    while (letters.size() < count && next < order.length) {
      letters.add(letter(order[next++]));
    }
    return letters;
  }

  private WrittenLetter letter(int campaign) {
    String name = people.name();
    if (campaign != WrittenLetter.ALONE) {
      Text text = campaigns.get(campaign);
      return new WrittenLetter(name, text.subject(), otherHand.copy(text, name), campaign);
    }
    Text own = random.nextDouble() < SHORT ? text(1, 2) : text(3, 7);
    return new WrittenLetter(name, own.subject(), otherHand.plain(own, name), campaign);
  }

  private Text text(int fewest, int beyond) {
    List<String> chosen = new ArrayList<>();
    int count = random.nextInt(fewest, beyond);
    for (int i = 0; i < count; i++) {
      chosen.add(pick(sentences));
    }
    if (count > 1 && random.nextDouble() < WITH_PHRASES) {
      chosen.add(pick(PHRASES));
    }
    return new Text(pick(sentences), chosen);
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private void shuffle(int[] numbers) {
    for (int i = numbers.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = numbers[i];
      numbers[i] = numbers[other];
      numbers[other] = kept;
    }
  }
}
