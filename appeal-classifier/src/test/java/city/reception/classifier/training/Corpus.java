package city.reception.classifier.training;

import city.reception.classifier.LabelledText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up letters on three topics, for training in a moment. */
public final class Corpus {

  private static final List<List<String>> WORDS =
      List.of(
          List.of("лифт", "застрял", "подъезд", "кабина", "кнопка", "этаж", "гудит"),
          List.of("школа", "учитель", "урок", "класс", "ребёнок", "дневник", "экзамен"),
          List.of("автобус", "остановка", "маршрут", "опоздал", "водитель", "билет", "рейс"));

  private static final List<String> FILLERS =
      List.of("прошу", "вчера", "опять", "у нас", "помогите", "очень", "снова", "когда");

  public static final List<String> TOPICS = List.of("lifts", "schools", "buses");

  private Corpus() {}

  /** So many texts of each topic. */
  public static List<LabelledText> of(int each) {
    Random random = new Random(5);
    List<LabelledText> texts = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      for (int topic = 0; topic < TOPICS.size(); topic++) {
        List<String> words = new ArrayList<>();
        for (int w = 0; w < 4; w++) {
          words.add(one(FILLERS, random));
          words.add(one(WORDS.get(topic), random));
        }
        texts.add(new LabelledText(String.join(" ", words), TOPICS.get(topic)));
      }
    }
    return texts;
  }

  private static String one(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
