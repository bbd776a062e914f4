package city.reception.intake.problem;

import city.reception.events.LocalizedText;

/** Every problem there is. The URI of a type is {@code urn:reception:problem:<name>}, for good. */
public enum ProblemType {
  INVALID_APPEAL("invalid-appeal", 400, "The appeal is not valid", "Обращение заполнено неверно"),
  INVALID_ACTION("invalid-action", 400, "The action is not valid", "Действие указано неверно"),
  BAD_REQUEST("bad-request", 400, "The request cannot be read", "Запрос не читается"),
  UNAUTHORIZED("unauthorized", 401, "The channel is not known", "Канал не опознан"),
  NOT_FOUND("not-found", 404, "There is nothing here", "Здесь ничего нет"),
  METHOD_NOT_ALLOWED(
      "method-not-allowed", 405, "The method is not allowed here", "Метод здесь не разрешён"),
  NOT_ACCEPTABLE(
      "not-acceptable",
      406,
      "No answer in a type that you accept",
      "Нет ответа в том виде, который вы принимаете"),
  TOO_SLOW("too-slow", 408, "The body came too slowly", "Тело запроса передавалось слишком долго"),
  TOO_LARGE("too-large", 413, "The body is too large", "Тело запроса слишком велико"),
  UNSUPPORTED_TYPE(
      "unsupported-type",
      415,
      "The body is of a type not taken here",
      "Тело запроса в неподдерживаемом виде"),
  KEY_REUSED(
      "key-reused",
      422,
      "The key was used with another body",
      "Ключ уже использован с другим содержанием"),
  INTERNAL("internal", 500, "Something went wrong on our side", "Ошибка на нашей стороне"),
  NOT_ACCEPTED("not-accepted", 503, "The request was not accepted", "Запрос не принят"),
  OUTCOME_UNKNOWN(
      "outcome-unknown",
      503,
      "It is not known whether the request was accepted",
      "Неизвестно, принят ли запрос"),
  TRACKING_UNAVAILABLE(
      "tracking-unavailable", 503, "Tracking is not available", "Отслеживание недоступно");

  private static final String URN = "urn:reception:problem:";

  private final String shortName;
  private final int status;
  private final String en;
  private final String ru;

  ProblemType(String shortName, int status, String en, String ru) {
    this.shortName = shortName;
    this.status = status;
    this.en = en;
    this.ru = ru;
  }

  /** The last part of its URI; also the value of the metrics' tag {@code reason}. */
  public String shortName() {
    return shortName;
  }

  /** Its URI. */
  public String uri() {
    return URN + shortName;
  }

  /** The HTTP status it goes with. */
  public int status() {
    return status;
  }

  LocalizedText title() {
    return new LocalizedText(ru, en);
  }
}
