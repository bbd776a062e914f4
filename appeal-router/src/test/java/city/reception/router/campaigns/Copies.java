package city.reception.router.campaigns;

import city.reception.events.Applicant;
import city.reception.events.ApplicantType;
import city.reception.router.models.WordFolding;

/** Letters of a few texts, by whoever. */
public final class Copies {

  public static final String PARK =
      """
      Просим не допустить вырубки деревьев в нашем парке ради строительства платной автостоянки. \
      Здесь гуляют дети из трёх школ и двух детских садов, здесь единственное тенистое место на \
      весь квартал, а свободных площадок под стоянку рядом с торговым центром хватает и без того.\
      """;

  public static final String CLINIC =
      """
      В районной поликлинике третий месяц не работает рентгеновский аппарат, пациентов с \
      переломами отправляют на другой конец города двумя автобусами. Запишите аппарат в план \
      ремонта на этот квартал и сообщите, когда приём в рентгеновском кабинете начнётся снова.\
      """;

  private static final Marking MARKING = new Marking(new WordFolding());

  private Copies() {}

  /** A person's letter. */
  public static Letter letter(String name, String text) {
    return new Letter(person(name), null, "Обращение", text, null);
  }

  public static Applicant person(String name) {
    return new Applicant(ApplicantType.PERSON, name, null);
  }

  public static Marks marks(String name, String text) {
    return marks(letter(name, text));
  }

  public static synchronized Marks marks(Letter letter) {
    return MARKING.of(letter);
  }
}
