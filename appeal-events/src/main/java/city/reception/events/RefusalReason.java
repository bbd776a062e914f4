package city.reception.events;

/** Why an action was refused. */
public enum RefusalReason {
  /** There is no case of this appeal. */
  UNKNOWN_APPEAL("Такого обращения нет в реестре.", "There is no such appeal in the registry."),
  /** The committee whose topic carried the action does not hold the case. */
  NOT_THE_HOLDER(
      "Обращение находится не в этом комитете.", "The appeal is not with this committee."),
  /** The case has changed since the actor saw it. */
  STALE_VERSION(
      "Обращение изменилось, пока вы с ним работали. Откройте его заново.",
      "The appeal has changed since you opened it. Open it again."),
  /** Work on it has begun already. */
  ALREADY_TAKEN_UP("Обращение уже в работе.", "The appeal has already been taken up."),
  /** It has been answered. */
  ALREADY_ANSWERED("На обращение уже дан ответ.", "The appeal has already been answered."),
  /** The resident has withdrawn it. */
  ALREADY_WITHDRAWN("Обращение отозвано заявителем.", "The resident has withdrawn the appeal."),
  /** A redirect to the committee that holds it. */
  SAME_COMMITTEE(
      "Обращение уже находится в этом комитете.", "The appeal is with this committee already."),
  /** A redirect to a committee that does not exist. */
  UNKNOWN_COMMITTEE("Такого комитета нет.", "There is no such committee."),
  /** The term of a case is extended once. */
  ALREADY_EXTENDED(
      "Срок уже продлевался, второй раз его продлить нельзя.",
      "The term has been extended already and cannot be extended twice."),
  /** Not by so many days: fewer than one, or more than the rules of the case allow. */
  EXTENSION_OUT_OF_BOUNDS(
      "На столько дней срок продлить нельзя.", "The term cannot be extended by so many days."),
  /** The idempotency key was used before for an appeal with another content. */
  KEY_REUSED(
      "Ключ идемпотентности уже использован для другого обращения.",
      "The idempotency key was used before for another appeal.");

  private final String ru;
  private final String en;

  RefusalReason(String ru, String en) {
    this.ru = ru;
    this.en = en;
  }

  /** The reason for a person. */
  public LocalizedText explanation() {
    return new LocalizedText(ru, en);
  }
}
