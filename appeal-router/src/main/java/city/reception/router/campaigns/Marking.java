package city.reception.router.campaigns;

import city.reception.events.Applicant;
import city.reception.events.ApplicantType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes the marks of letters. For one thread.
 *
 * <p>The text counts by its shingles: three words in a row, by their stems. What is changed from
 * one copy to the next counts for nothing: the applicant's own name and the deputy's, the words of
 * greeting and farewell, wherever they stand, and numbers (house, flat, telephone, date).
 *
 * <p>Marks stand in the database and are compared with later ones: how they are taken never
 * changes.
 */
public final class Marking {

  /**
   * The fewest words, without those that do not count, of a text that can be one of a campaign. Of
   * "a hole in the road in front of the house" there are many, each another hole; and below this
   * length two sentences in common, such as officials' forms ask for, are half of the text.
   */
  public static final int SHORTEST = 20;

  private static final int BANDS = 8;
  private static final int ROWS = 3;

  private static final String FORMULAS =
      """
      уважаемый уважаемая уважаемые здравствуйте добрый доброе доброго день дня утро вечер времени
      суток господин госпожа господа товарищи дорогой дорогая дорогие многоуважаемый глубокоуважаемый
      приветствую депутат депутату депутаты председатель председателю комиссия комиссии дума думы
      уважение уважением почтение почтением благодарю благодарность благодарностью благодарны спасибо
      заранее искренне наилучшими пожеланиями надеюсь надеемся жду ждём ответ ответа скорый скорейший
      обращается обращаюсь обращаемся пишет пишу зовут меня гражданин гражданка житель жительница
      жители проживающий проживающая зарегистрированный зарегистрированная адрес адресу телефон тел
      улица ул дом квартира кв почта дата подпись фио
      """;

  private static final long PERSON = 0x7065736F6E310001L;
  private static final long WHOLE = 0x77686F6C65310002L;
  private static final long BAND = 0x62616E6473310003L;
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private final Folding folding;
  private final MinHash minHash = new MinHash();
  private final long[] formulas;

  public Marking(Folding folding) {
    this.folding = folding;
    this.formulas = sorted(folding.stems(FORMULAS));
  }

  /** The marks of {@code letter}. */
  public Marks of(Letter letter) {
    long applicant = applicant(letter.applicant());
    long[] words = counting(letter);
    minHash.clear();
    if (words.length < SHORTEST) {
      minHash.add(whole(letter));
      return new Marks(applicant, Signature.condensed(minHash.firsts()), new long[0]);
    }
    for (int i = 2; i < words.length; i++) {
      minHash.add((words[i - 2] * STEP + words[i - 1]) * STEP + words[i]);
    }
    return new Marks(applicant, Signature.condensed(minHash.firsts()), keys(minHash.firsts()));
  }

  /** The words of the text that count. */
  private long[] counting(Letter letter) {
    long[] own = sorted(folding.stems(letter.applicant().name()));
    long[] theirs = letter.deputy() == null ? own : sorted(folding.stems(letter.deputy()));
    long[] words = folding.stems(letter.text());
    int count = 0;
    for (long word : words) {
      if (!isIn(formulas, word) && !isIn(own, word) && !isIn(theirs, word)) {
        words[count++] = word;
      }
    }
    return Arrays.copyOf(words, count);
  }

  private static long[] keys(int[] firsts) {
    long[] keys = new long[BANDS];
    for (int band = 0; band < BANDS; band++) {
      long key = BAND + band;
      for (int row = band * ROWS; row < (band + 1) * ROWS; row++) {
        key = MinHash.mixed(key * STEP + firsts[row]);
      }
      keys[band] = key;
    }
    return keys;
  }

  /** All that a short letter says, as one: it is equal to another one or has nothing in common. */
  private long whole(Letter letter) {
    long hash = inOrder(WHOLE, letter.subject());
    hash = inOrder(hash, letter.text());
    return inOrder(hash, letter.place());
  }

  /** Whoever is named, in whatever order: name and patronymic change places as they like. */
  private long applicant(Applicant applicant) {
    String organisation = applicant.organisation();
    String name =
        applicant.type() == ApplicantType.LEGAL_ENTITY && organisation != null
            ? organisation
            : applicant.name();
    long sum = PERSON + number(applicant.type());
    for (long word : folding.words(name)) {
      sum += MinHash.mixed(word);
    }
    return digits(sum, name);
  }

  /** Stands in the database, whatever the order in which the types are declared. */
  private static int number(ApplicantType type) {
    return switch (type) {
      case PERSON -> 0;
      case LEGAL_ENTITY -> 1;
      case GROUP -> 2;
    };
  }

  private long inOrder(long begin, @Nullable String text) {
    long hash = MinHash.mixed(begin);
    if (text == null) {
      return hash;
    }
    for (long word : folding.words(text)) {
      hash = MinHash.mixed(hash * STEP + word);
    }
    return digits(hash, text);
  }

  /** School 5 is not school 7, though words are read without their digits. */
  private static long digits(long begin, String text) {
    long hash = begin;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        hash = hash * STEP + Character.digit(c, 10) + 1;
      }
    }
    return MinHash.mixed(hash);
  }

  private static boolean isIn(long[] sorted, long word) {
    return Arrays.binarySearch(sorted, word) >= 0;
  }

  private static long[] sorted(long[] words) {
    Arrays.sort(words);
    return words;
  }
}
