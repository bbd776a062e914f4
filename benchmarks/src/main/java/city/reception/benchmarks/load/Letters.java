package city.reception.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import tools.jackson.databind.json.JsonMapper;

/**
 * Letters in Russian that nobody wrote: a walk from word to word as the sample letters follow each
 * other, so that they are no easier to compress than letters are. Each is about 1 KB as a body. The
 * same seed makes the same letters.
 */
public final class Letters {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SAMPLES = "/samples/appeals.ndjson";
  private static final int TEXT_CHARACTERS = 430;
  private static final int SUBJECT_CHARACTERS = 60;

  private static final List<String> KINDS =
      List.of("COMPLAINT", "PROPOSAL", "APPLICATION", "INITIATIVE");
  private static final List<String> FAMILY_NAMES =
      List.of(
          "Серебрякова",
          "Орлова",
          "Велихова",
          "Мартынюк",
          "Бондаренко",
          "Щукина",
          "Ахметова",
          "Гришина",
          "Лебедева",
          "Тарасова",
          "Юдина",
          "Калинина",
          "Фомина",
          "Жданова",
          "Зуева");
  private static final List<String> FIRST_NAMES =
      List.of("Алевтина", "Мария", "Софья", "Тамара", "Галина", "Евгения", "Раиса", "Нина");
  private static final List<String> PATRONYMICS =
      List.of("Юрьевна", "Петровна", "Степановна", "Ильинична", "Андреевна", "Олеговна");
  private static final List<String> STREETS =
      List.of("Лесная", "Садовая", "Вавилова", "Мира", "Полевая", "Кедрова", "Судостроительная");

  private final Map<String, List<String>> following = new HashMap<>();
  private final List<String> beginnings = new ArrayList<>();
  private final SplittableRandom random;

  public Letters(long seed) {
    this.random = new SplittableRandom(seed);
    for (String text : samples()) {
      String before = "";
      for (String word : text.strip().split("\\s+", -1)) {
        if (before.isEmpty() || before.endsWith(".")) {
          beginnings.add(word);
        }
        following.computeIfAbsent(before, w -> new ArrayList<>()).add(word);
        before = word;
      }
    }
  }

  /** The next {@code count} letters as bodies for the interface. */
  public List<byte[]> bodies(int count) {
    List<byte[]> bodies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      bodies.add(JSON.writeValueAsBytes(letter()));
    }
    return bodies;
  }

  private Map<String, Object> letter() {
    String name = "%s %s %s".formatted(pick(FAMILY_NAMES), pick(FIRST_NAMES), pick(PATRONYMICS));
    Map<String, Object> letter = new HashMap<>();
    letter.put("kind", pick(KINDS));
    letter.put("applicant", Map.of("type", "PERSON", "name", name));
    letter.put(
        "contact",
        Map.of(
            "email",
            Long.toString(random.nextLong(1L << 40), 36) + "@example.org",
            "phone",
            "+7 495 %03d-%02d-%02d"
                .formatted(random.nextInt(1000), random.nextInt(100), random.nextInt(100)),
            "locale",
            "ru"));
    letter.put("subject", words(SUBJECT_CHARACTERS));
    letter.put("text", words(TEXT_CHARACTERS));
    letter.put(
        "location",
        Map.of(
            "address",
            "г. Москва, ул. %s, д. %d".formatted(pick(STREETS), 1 + random.nextInt(200)),
            "latitude",
            55.5 + random.nextInt(40_000) / 100_000.0,
            "longitude",
            37.3 + random.nextInt(60_000) / 100_000.0));
    return letter;
  }

  private String words(int characters) {
    StringBuilder text = new StringBuilder();
    String word = pick(beginnings);
    while (text.length() + word.length() < characters) {
      text.append(text.isEmpty() ? "" : " ").append(word);
      List<String> next = following.get(word);
      word = next == null ? pick(beginnings) : pick(next);
    }
    return text.isEmpty() ? "Обращение" : text.toString();
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static List<String> samples() {
    List<String> texts = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Letters.class.getResourceAsStream(SAMPLES)),
                StandardCharsets.UTF_8))) {
      in.lines()
          .map(line -> JSON.readTree(line).path("appeal").path("text").asString())
          .filter(text -> !text.isBlank())
          .forEach(texts::add);
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException("the sample letters cannot be read", e);
    }
  }
}
