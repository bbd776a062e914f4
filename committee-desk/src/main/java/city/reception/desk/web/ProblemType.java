package city.reception.desk.web;

import city.reception.events.LocalizedText;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.ProblemDetail;

/** Every problem there is. The URI of a type is {@code urn:reception:problem:<name>}, for good. */
enum ProblemType {
  INVALID_REQUEST(
      "invalid-request",
      400,
      "The request is not valid",
      "Запрос заполнен неверно",
      "Correct the fields named under errors.",
      "Исправьте поля, перечисленные в errors."),
  BAD_REQUEST(
      "bad-request",
      400,
      "The request cannot be read",
      "Запрос не читается",
      "The request is not as HTTP or this interface wants it.",
      "Запрос не соответствует HTTP или этому интерфейсу."),
  NOT_FOUND(
      "not-found",
      404,
      "There is nothing here",
      "Здесь ничего нет",
      "There is nothing under this address.",
      "По этому адресу ничего нет."),
  METHOD_NOT_ALLOWED(
      "method-not-allowed",
      405,
      "The method is not allowed here",
      "Метод здесь не разрешён",
      "The methods allowed here are in the header Allow.",
      "Разрешённые методы перечислены в заголовке Allow."),
  NOT_ACCEPTABLE(
      "not-acceptable",
      406,
      "No answer in a type that you accept",
      "Нет ответа в том виде, который вы принимаете",
      "The answer here is JSON; accept application/json.",
      "Ответ здесь в JSON; примите application/json."),
  ACTION_REFUSED(
      "action-refused",
      409,
      "The action was refused",
      "В действии отказано",
      "Nothing has changed.",
      "Ничего не изменилось."),
  TOO_LARGE(
      "too-large",
      413,
      "The body is too large",
      "Тело запроса слишком велико",
      "A body has at most 65536 bytes.",
      "Тело запроса — не более 65536 байт."),
  UNSUPPORTED_TYPE(
      "unsupported-type",
      415,
      "The body is of a type not taken here",
      "Тело запроса в неподдерживаемом виде",
      "The media types taken here are in the header Accept.",
      "Принимаемые типы перечислены в заголовке Accept."),
  KEY_REUSED(
      "key-reused",
      422,
      "The key was used for another action",
      "Ключ уже использован для другого действия",
      "Use a new Idempotency-Key for a new action.",
      "Для нового действия нужен новый Idempotency-Key."),
  INTERNAL(
      "internal",
      500,
      "Something went wrong on our side",
      "Ошибка на нашей стороне",
      "Nothing is known to be wrong with the request.",
      "В самом запросе ошибок не найдено."),
  OUTCOME_UNKNOWN(
      "outcome-unknown",
      503,
      "It is not known whether the action was taken",
      "Неизвестно, принято ли действие",
      "Repeat it with the same Idempotency-Key; without one, look at the appeal first.",
      "Повторите его с тем же Idempotency-Key; без ключа сначала посмотрите на обращение."),
  UNAVAILABLE(
      "unavailable",
      503,
      "The desk cannot answer now",
      "Сейчас ответить нельзя",
      "Repeat the request; an action with the same Idempotency-Key.",
      "Повторите запрос; действие — с тем же Idempotency-Key.");

  private static final String URN = "urn:reception:problem:";

  private final String shortName;
  private final int status;
  private final String titleEn;
  private final String titleRu;
  private final String detailEn;
  private final String detailRu;

  ProblemType(
      String shortName,
      int status,
      String titleEn,
      String titleRu,
      String detailEn,
      String detailRu) {
    this.shortName = shortName;
    this.status = status;
    this.titleEn = titleEn;
    this.titleRu = titleRu;
    this.detailEn = detailEn;
    this.detailRu = detailRu;
  }

  /** The problem of this type that goes with an HTTP status. */
  static ProblemType ofStatus(int status) {
    return switch (status) {
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 413 -> TOO_LARGE;
      case 415 -> UNSUPPORTED_TYPE;
      default -> status < 500 ? BAD_REQUEST : INTERNAL;
    };
  }

  /** A problem of this type, in the language asked for. */
  ProblemDetail in(Locale language) {
    return in(language, new LocalizedText(detailRu, detailEn));
  }

  /** A problem of this type about which more can be said. */
  ProblemDetail in(Locale language, LocalizedText particulars) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setType(URI.create(URN + shortName));
    problem.setTitle(new LocalizedText(titleRu, titleEn).in(language));
    problem.setDetail(particulars.in(language));
    return problem;
  }
}
