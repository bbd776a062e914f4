package city.reception.router.routing;

import city.reception.events.LocalizedText;
import city.reception.events.RoutingDecision.Candidate;
import city.reception.events.RoutingDecision.RemitMismatch;
import java.util.List;
import java.util.stream.Collectors;

/** Decisions in words, for those who work with them. */
final class Explanations {

  private Explanations() {}

  static LocalizedText addressee(boolean byDeputy) {
    return byDeputy
        ? new LocalizedText(
            "Заявитель указал депутата этого комитета.",
            "The resident named a deputy of this committee.")
        : new LocalizedText("Заявитель указал этот комитет.", "The resident named this committee.");
  }

  static LocalizedText mismatch(LocalizedText named, LocalizedText likely, RemitMismatch mismatch) {
    return new LocalizedText(
        "%s По тексту вопрос ближе к другому: %s, вероятность %s."
            .formatted(named.ru(), likely.ru(), percent(mismatch.probability())),
        "%s By the text it is rather another's: %s, probability %s."
            .formatted(named.en(), likely.en(), percent(mismatch.probability())));
  }

  static LocalizedText rule(String name) {
    return new LocalizedText(
        "По правилу маршрутизации «" + name + "».", "By the routing rule '" + name + "'.");
  }

  static LocalizedText complaint(LocalizedText about) {
    return new LocalizedText(
        "Жалоба на действия того, кому была бы направлена: %s. Направить её туда нельзя (59-ФЗ, ст. 8, ч. 6); решает сотрудник приёмной."
            .formatted(about.ru()),
        "It complains of those whom it would have reached: %s. It must not go there (59-FZ, article 8.6); the reception decides."
            .formatted(about.en()));
  }

  static LocalizedText sure(Reading.Leaning leaning) {
    return new LocalizedText(
        "Вероятность %s. За этот комитет говорят слова: %s."
            .formatted(percent(leaning.probability()), terms(leaning.terms())),
        "Probability %s. These words speak for this committee: %s."
            .formatted(percent(leaning.probability()), terms(leaning.terms())));
  }

  static LocalizedText uncertain(Reading reading, RoutingTable table) {
    List<Candidate> leaders = reading.candidates().stream().limit(2).toList();
    if (leaders.isEmpty()) {
      return new LocalizedText(
          "Текст не указывает ни на один комитет; решает сотрудник приёмной.",
          "The text points to no committee; the reception decides.");
    }
    return new LocalizedText(
        "Уверенности нет: %s; решает сотрудник приёмной."
            .formatted(
                leaders.stream()
                    .map(c -> table.name(c.committee()).ru() + " (" + percent(c.score()) + ")")
                    .collect(Collectors.joining(", "))),
        "Not sure enough: %s; the reception decides."
            .formatted(
                leaders.stream()
                    .map(c -> table.name(c.committee()).en() + " (" + percent(c.score()) + ")")
                    .collect(Collectors.joining(", "))));
  }

  private static String terms(List<String> terms) {
    return terms.isEmpty() ? "–" : String.join(", ", terms);
  }

  private static String percent(double probability) {
    return Math.round(100 * probability) + " %";
  }
}
