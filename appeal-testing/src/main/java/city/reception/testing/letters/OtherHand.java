package city.reception.testing.letters;

import city.reception.testing.letters.CampaignLetters.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Copies a text as people do who are asked to send the same letter: with another greeting and
 * signature, with a word left out, doubled, changed or mistyped here and there (up to one word in
 * fourteen), now and then without a sentence, with one of their own or in another order; and as
 * programs do that want to pass for people: with Latin letters in place of Cyrillic ones, without
 * ё, in capitals, with letters drawn out.
 */
final class OtherHand {

  private static final List<String> GREETINGS =
      List.of(
          "",
          "",
          "Здравствуйте!",
          "Добрый день!",
          "Доброе утро, уважаемые господа!",
          "Уважаемый депутат!",
          "Уважаемые депутаты Московской городской Думы!",
          "Уважаемый Сергей Николаевич!",
          "Глубокоуважаемая Нина Владимировна!",
          "Дорогие депутаты, здравствуйте!");
  private static final List<String> SELF =
      List.of(
          "",
          "",
          "Меня зовут %s, проживаю по адресу %s.",
          "К вам обращается %s, жительница дома по адресу: %s.",
          "Я, %s, зарегистрирована по адресу %s.");
  private static final List<String> FAREWELLS =
      List.of(
          "",
          "С уважением, %s, %s",
          "%s, %s",
          "Заранее благодарю за ответ. %s, %s",
          "С надеждой на вашу помощь и скорейший ответ, %s. Мой телефон %s",
          "Спасибо. %s\nТел.: %s");
  private static final List<String> OWN =
      List.of(
          "Это касается и нашей семьи, у нас двое детей.",
          "Мы живём здесь уже двадцать лет и такого не помним.",
          "Поддерживаю соседей полностью.",
          "Надоело терпеть, сколько можно!",
          "Я пенсионерка, мне трудно без этого обходиться.");
  private static final List<String> FILLERS =
      List.of("очень", "уже", "просто", "опять", "действительно", "давно", "сейчас", "вообще");

  private static final String CYRILLIC = "аеорсухАВЕКМНОРСТХ";
  private static final String LATIN = "aeopcyxABEKMHOPCTX";

  private final SplittableRandom random;
  private final People people;

  OtherHand(SplittableRandom random, People people) {
    this.random = random;
    this.people = people;
  }

  /** The text as its author wrote it. */
  String plain(Text text, String name) {
    return framed(String.join(" ", text.sentences()), name);
  }

  /** The text as one more person sends it. */
  String copy(Text text, String name) {
    List<String> sentences = new ArrayList<>(text.sentences());
    if (sentences.size() > 4 && chance(0.1)) {
      sentences.remove(random.nextInt(sentences.size()));
    }
    if (chance(0.1)) {
      sentences.add(random.nextInt(sentences.size() + 1), pick(OWN));
    }
    if (chance(0.05)) {
      sentences.add(sentences.removeFirst());
    }
    String edited = chance(0.6) ? edited(sentences) : String.join(" ", sentences);
    return disguised(framed(edited, name));
  }

  private String framed(String body, String name) {
    String address = people.address();
    String self = pick(SELF).formatted(name, address);
    String farewell = pick(FAREWELLS).formatted(name, chance(0.5) ? people.telephone() : address);
    return "%s %s %s\n%s".formatted(pick(GREETINGS), self, body, farewell).strip();
  }

  private String edited(List<String> sentences) {
    List<String> words = new ArrayList<>(List.of(String.join(" ", sentences).split(" ", -1)));
    int edits = random.nextInt(1 + Math.max(1, words.size() / 14));
    for (int i = 0; i < edits; i++) {
      int at = random.nextInt(words.size());
      switch (random.nextInt(4)) {
        case 0 -> words.remove(at);
        case 1 -> words.add(at, pick(FILLERS));
        case 2 -> words.set(at, pick(FILLERS));
        default -> words.set(at, mistyped(words.get(at)));
      }
    }
    return String.join(" ", words);
  }

  private String mistyped(String word) {
    if (word.length() < 4) {
      return word;
    }
    int at = 1 + random.nextInt(word.length() - 2);
    return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
  }

  private String disguised(String text) {
    String changed = chance(0.2) ? text.replace('ё', 'е').replace('Ё', 'Е') : text;
    if (chance(0.05)) {
      changed = changed.toUpperCase(Locale.ROOT);
    }
    if (chance(0.1)) {
      changed = changed.replaceFirst("о(?=[а-я])", "оооо");
    }
    return chance(0.3) ? inLatin(changed, random.nextDouble(0.05, 1)) : changed;
  }

  private String inLatin(String text, double share) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = 0; i < changed.length(); i++) {
      int letter = CYRILLIC.indexOf(changed.charAt(i));
      if (letter >= 0 && chance(share)) {
        changed.setCharAt(i, LATIN.charAt(letter));
      }
    }
    return changed.toString();
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
