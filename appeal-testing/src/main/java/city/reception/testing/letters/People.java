package city.reception.testing.letters;

import java.util.List;
import java.util.SplittableRandom;

/** Names and addresses that nobody has. */
final class People {

  private static final List<String> STEMS =
      List.of(
          "Серебряк",
          "Орл",
          "Велих",
          "Мартын",
          "Бондар",
          "Щук",
          "Ахмет",
          "Гриш",
          "Лебед",
          "Тарас",
          "Юд",
          "Калин",
          "Фом",
          "Ждан",
          "Зу",
          "Карп",
          "Соколк",
          "Вишн",
          "Черк",
          "Рябин",
          "Голуб",
          "Зим",
          "Кузьм",
          "Лоп",
          "Медвед",
          "Никон",
          "Осок",
          "Пахом",
          "Рубц",
          "Сав",
          "Труб",
          "Устин",
          "Харламп",
          "Цветк",
          "Шапк",
          "Яр",
          "Буран",
          "Дрозд",
          "Ермол",
          "Игнат");
  private static final List<String> ENDINGS = List.of("ова", "ева", "ина", "енко", "ская", "ян");
  private static final List<String> FIRST =
      List.of(
          "Алевтина",
          "Мария",
          "Софья",
          "Тамара",
          "Галина",
          "Евгения",
          "Раиса",
          "Нина",
          "Вера",
          "Ольга",
          "Ирина",
          "Елена",
          "Татьяна",
          "Анна",
          "Дарья",
          "Полина",
          "Лидия",
          "Зоя",
          "Инна",
          "Клавдия",
          "Людмила",
          "Майя",
          "Надежда",
          "Оксана",
          "Римма",
          "Светлана",
          "Ульяна",
          "Юлия");
  private static final List<String> FATHERS =
      List.of(
          "Юрьевна",
          "Петровна",
          "Степановна",
          "Ильинична",
          "Андреевна",
          "Олеговна",
          "Ивановна",
          "Сергеевна",
          "Павловна",
          "Николаевна",
          "Львовна",
          "Борисовна",
          "Игоревна",
          "Денисовна",
          "Романовна",
          "Фёдоровна",
          "Егоровна",
          "Ефимовна",
          "Глебовна",
          "Антоновна");
  private static final List<String> STREETS =
      List.of("Лесная", "Садовая", "Вавилова", "Мира", "Полевая", "Кедрова", "Судостроительная");

  private final SplittableRandom random;

  People(SplittableRandom random) {
    this.random = random;
  }

  String name() {
    return "%s%s %s %s".formatted(pick(STEMS), pick(ENDINGS), pick(FIRST), pick(FATHERS));
  }

  String address() {
    return "ул. %s, д. %d, кв. %d"
        .formatted(pick(STREETS), 1 + random.nextInt(90), 1 + random.nextInt(300));
  }

  String telephone() {
    return "8 (9%02d) %03d-%02d-%02d"
        .formatted(
            random.nextInt(100), random.nextInt(1000), random.nextInt(100), random.nextInt(100));
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
