package city.reception.intake.problem;

import city.reception.events.LocalizedText;
import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with a request, so that one answer names it all. */
public final class FieldErrors {

  /** A request of nothing but unknown fields must not turn into an answer of a megabyte. */
  private static final int MOST = 200;

  private final List<FieldError> errors = new ArrayList<>();

  /** Notes one error. */
  public void add(String field, String code, String en, String ru) {
    if (errors.size() < MOST) {
      errors.add(new FieldError(field, code, new LocalizedText(ru, en)));
    } else if (errors.size() == MOST) {
      errors.add(
          new FieldError(
              "body",
              "too-many-errors",
              new LocalizedText(
                  "ошибок больше, чем перечислено", "there are more errors than are listed")));
    }
  }

  public boolean isEmpty() {
    return errors.isEmpty();
  }

  /** The problem that lists them. */
  public Problem asProblem(ProblemType type) {
    return Problem.of(
            type,
            "Every field and header that is wrong is listed under errors.",
            "Все неверные поля и заголовки перечислены в errors.")
        .withErrors(errors);
  }
}
