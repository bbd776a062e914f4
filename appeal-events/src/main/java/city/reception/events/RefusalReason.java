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
      "The idempotency key was used before for another appeal."),

  /** It has been forwarded to a body outside. */
  ALREADY_FORWARDED(
      "Обращение направлено в другой орган.", "The appeal was forwarded to another body."),

  /** It has been ended without an answer on the substance. */
  ALREADY_REFUSED(
      "Обращение оставлено без ответа по существу.",
      "The appeal was ended without an answer on the substance."),

  /** The correspondence has been ended. */
  CORRESPONDENCE_ENDED("Переписка прекращена.", "The correspondence was ended."),

  /** A complaint is never given to those complained about (59-FZ, article 8.6). */
  COMPLAINED_ABOUT(
      "Жалобу нельзя передать тому, на кого она подана.",
      "A complaint is never given to those complained about."),

  /** It is split: what is asked is for the committees of its parts. */
  IS_SPLIT(
      "Обращение разделено на части: отвечают комитеты, которым они переданы.",
      "The appeal is split into parts: the committees that hold them answer."),

  /** It is a part of a split appeal, of which this cannot be asked. */
  IS_A_PART(
      "Это часть разделённого обращения: с ней это сделать нельзя.",
      "This is a part of a split appeal, with which this cannot be done."),

  /** The rules of the case know no such ground. */
  GROUND_NOT_ALLOWED(
      "Правила, по которым зарегистрировано обращение, не знают такого основания.",
      "The rules under which the appeal was registered know no such ground."),

  /** The ground is that the answer is published already, and its address is missing. */
  PUBLISHED_ADDRESS_MISSING(
      "Не указан адрес, по которому опубликован ответ.",
      "The address where the answer is published is missing."),

  /** The case repeats no earlier one, so there is no correspondence to end. */
  NOT_A_REPEAT(
      "Переписку можно прекратить только по повторному обращению.",
      "The correspondence can be ended only on a repeat of an earlier appeal."),

  /** There is no open request of that name. */
  UNKNOWN_REQUEST(
      "Такого запроса без ответа у обращения нет.",
      "The appeal has no request of that name that awaits a reply."),

  /** More requests await a reply than a case keeps. */
  TOO_MANY_REQUESTS(
      "Слишком много запросов ждут ответа.", "Too many requests await a reply already."),

  /** The case is part of no campaign. */
  NOT_IN_A_CAMPAIGN(
      "Обращение не входит в коллективную кампанию.", "The appeal is part of no campaign."),

  /** What is asked follows an answer, and there is none. */
  NOT_ANSWERED("На обращение ещё не дан ответ.", "The appeal has not been answered."),

  /** An answer is rated once. */
  ALREADY_RATED("Ответ уже оценён.", "The answer has been rated already."),

  /** The term within which the case could be reopened is over. */
  REOPENING_TOO_LATE(
      "Срок, в который рассмотрение можно возобновить, истёк.",
      "The term within which the case could be opened again is over."),

  /** The signal tells of a part that the appeal does not have. */
  UNKNOWN_PART("У обращения нет такой части.", "The appeal has no such part.");

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
