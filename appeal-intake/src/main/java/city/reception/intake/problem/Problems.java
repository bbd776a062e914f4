package city.reception.intake.problem;

/** The problems that are the same wherever they arise. */
public final class Problems {

  private Problems() {}

  /** One answer for a wrong code, a malformed id and an unknown id: it tells nobody which it is. */
  public static Problem noSuchAppeal() {
    return Problem.of(
        ProblemType.NOT_FOUND,
        "There is no appeal under this id and tracking code.",
        "По этому номеру и коду отслеживания обращения нет.");
  }

  /** Nothing was sent: the request can be repeated as it is. */
  public static Problem notAccepted() {
    return Problem.of(
            ProblemType.NOT_ACCEPTED,
            "Nothing was stored. Repeat the request, with the same Idempotency-Key, after the time"
                + " in Retry-After.",
            "Ничего не сохранено. Повторите запрос с тем же Idempotency-Key через время,"
                + " указанное в Retry-After.")
        .retryAfter(1);
  }

  /** It was sent, and no acknowledgement came in time. */
  public static Problem outcomeUnknown() {
    return Problem.of(
            ProblemType.OUTCOME_UNKNOWN,
            "The request may or may not have been stored. Repeat it unchanged, with the same"
                + " Idempotency-Key: that is safe, and gives the same answer as if it had come"
                + " once.",
            "Запрос, возможно, сохранён. Повторите его без изменений с тем же Idempotency-Key:"
                + " это безопасно, и ответ будет таким же, как на один запрос.")
        .retryAfter(2);
  }

  /** What there is to say of a status that something else decided. */
  public static Problem ofStatus(int status) {
    return switch (status) {
      case 401 ->
          Problem.of(ProblemType.UNAUTHORIZED, "The channel is not known.", "Канал не опознан.");
      case 404 ->
          Problem.of(
              ProblemType.NOT_FOUND,
              "There is nothing under this address.",
              "По этому адресу ничего нет.");
      case 405 ->
          Problem.of(
              ProblemType.METHOD_NOT_ALLOWED,
              "The methods allowed here are in the header Allow.",
              "Разрешённые методы перечислены в заголовке Allow.");
      case 406 ->
          Problem.of(
              ProblemType.NOT_ACCEPTABLE,
              "The answer here is JSON; accept application/json.",
              "Ответ здесь в JSON; примите application/json.");
      case 408 -> tooSlow();
      case 413 -> tooLarge();
      case 415 ->
          Problem.of(
              ProblemType.UNSUPPORTED_TYPE,
              "The media types taken here are in the header Accept.",
              "Принимаемые типы перечислены в заголовке Accept.");
      case 500, 501, 502, 503, 504, 505 ->
          Problem.of(
              ProblemType.INTERNAL,
              "The request failed on our side. Repeat it with the same Idempotency-Key.",
              "Запрос не выполнен по нашей вине. Повторите его с тем же Idempotency-Key.");
      default ->
          Problem.of(
              ProblemType.BAD_REQUEST,
              "The request is not as HTTP or this interface wants it.",
              "Запрос не соответствует HTTP или этому интерфейсу.");
    };
  }

  /** The body is over 64 KiB. */
  public static Problem tooLarge() {
    return Problem.of(
            ProblemType.TOO_LARGE,
            "A body has at most 65536 bytes.",
            "Тело запроса — не более 65536 байт.")
        .withHeader("Connection", "close");
  }

  /** The body did not come in the time allowed. */
  public static Problem tooSlow() {
    return Problem.of(
            ProblemType.TOO_SLOW,
            "The whole body must come within half a minute.",
            "Тело запроса должно прийти целиком за полминуты.")
        .withHeader("Connection", "close");
  }
}
