package city.reception.classifier.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What texts are made of. */
class TextFeaturesTest {

  private final TextFeatures features = new TextFeatures();

  @ParameterizedTest
  @CsvSource({
    "ЁЛКА, елка",
    "е\u0308лка, елка",
    "мой двор, мои\u0306 двор",
    "вода\u0301 течёт, вода течет",
    "вооооода, вода",
    "пoдъeзд, подъезд", // Latin o and e
    "п0дъезд, подъезд",
    "под\u00ADъезд, подъезд",
    "под\u200Bъезд, подъезд",
    "Windоws, windows", // Cyrillic о
    "дом 17, дом 25",
    "caf\u00E9, cafe\u0301",
  })
  void whatIsReadTheSameIsTheSame(String one, String other) {
    assertThat(of(one)).isEqualTo(of(other)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"мама, мода", "мой, мои", "ванна, вана", "дом, дым"})
  void whatIsReadOtherwiseIsNot(String one, String other) {
    assertThat(of(one)).isNotEqualTo(of(other));
  }

  @Test
  void formsOfOneWordShareTheirStem() {
    assertThat(of("подъезды")).containsAnyElementsOf(stems("подъездами")).isNotEmpty();
    assertThat(stems("уборка")).isEqualTo(stems("уборки"));
  }

  @Test
  void aWordCountsOnce() {
    assertThat(of("снег. снег. снег")).isEqualTo(of("снег"));
  }

  @Test
  void neighboursAreTakenInTheirOrder() {
    assertThat(words("лифт старый")).hasSize(3);
    assertThat(words("лифт старый")).isNotEqualTo(words("старый лифт"));
    assertThat(words("лифт старый лифт старый")).containsAll(words("лифт старый")).hasSize(4);
  }

  @Test
  void aWordKnowsWhereItStood() {
    String text = "— Лифт,  не   работает…";
    features.read(text);

    List<String> words = new ArrayList<>();
    for (int w = 0; w < features.words(); w++) {
      words.add(text.substring(features.start(w), features.end(w)));
    }
    assertThat(words).containsExactly("Лифт", "не", "работает");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "!!! ??? — … «»", "🏫👩‍🏫🎉", "\u0301", "\uD83C"})
  void aTextWithoutWordsHasNoFeatures(String text) {
    assertThat(of(text)).isEmpty();
  }

  @Test
  void theLongestTextIsReadAndTheNextOneIsReadAfresh() {
    Set<Long> before = of("двор");
    assertThat(of("я".repeat(60_000))).isNotEmpty();
    assertThat(of("снег идёт ".repeat(6_000))).isNotEmpty();
    assertThat(of(" ".repeat(60_000))).isEmpty();
    assertThat(of("двор")).isEqualTo(before);
  }

  @Test
  void noTextIsTooMuchAndEqualTextsHaveEqualFeatures() {
    Random random = new Random(7);
    String letters = "абвеёийоъ aeo0З3\u0306\u0301\u00AD\uD83C\uDFEB!ß\u0130\u0660";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(60); n > 0; n--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertThat(of(text.toString())).isEqualTo(of(text.toString()));
    }
  }

  private Set<Long> of(String text) {
    features.read(text);
    Set<Long> hashes = new TreeSet<>();
    for (int word = 0; word < features.words(); word++) {
      hashes.add(features.stem(word));
      hashes.add(features.pair(word));
      if (features.stem(word) != TextFeatures.NONE) {
        for (int piece = features.readPieces(word) - 1; piece >= 0; piece--) {
          hashes.add(features.piece(piece));
        }
      }
    }
    hashes.remove(TextFeatures.NONE);
    return hashes;
  }

  private Set<Long> words(String text) {
    Set<Long> hashes = of(text);
    hashes.removeIf(hash -> TextFeatures.blockOf(hash) != TextFeatures.WORDS);
    return hashes;
  }

  private Set<Long> stems(String text) {
    features.read(text);
    Set<Long> hashes = new TreeSet<>();
    for (int word = 0; word < features.words(); word++) {
      hashes.add(features.stem(word));
    }
    hashes.remove(TextFeatures.NONE);
    return hashes;
  }
}
