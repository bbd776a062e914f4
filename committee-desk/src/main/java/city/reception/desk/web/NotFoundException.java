package city.reception.desk.web;

import city.reception.events.LocalizedText;

/** There is nothing under the address. */
final class NotFoundException extends RuntimeException {

  private final LocalizedText what;

  private NotFoundException(String en, String ru) {
    super(en);
    this.what = new LocalizedText(ru, en);
  }

  static NotFoundException appeal() {
    return new NotFoundException(
        "This desk knows no such appeal.", "Такого обращения здесь не знают.");
  }

  static NotFoundException action() {
    return new NotFoundException(
        "No such action was asked for at this desk.", "О таком действии здесь не просили.");
  }

  static NotFoundException campaign() {
    return new NotFoundException(
        "The appeal is in no campaign.", "Обращение не входит в коллективную кампанию.");
  }

  static NotFoundException committee() {
    return new NotFoundException("There is no such committee.", "Такого комитета нет.");
  }

  static NotFoundException notServed() {
    return new NotFoundException(
        "This desk does not work for that committee.",
        "Это рабочее место не обслуживает такой комитет.");
  }

  /** What there is not. */
  LocalizedText what() {
    return what;
  }
}
