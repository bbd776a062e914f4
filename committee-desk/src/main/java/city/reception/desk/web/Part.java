package city.reception.desk.web;

import city.reception.desk.queue.QueuePosition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param after just after this place; null for the beginning
 * @param limit how many at most
 */
record Part(@Nullable QueuePosition after, int limit) {

  static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 100;

  /**
   * Reads the parameters.
   *
   * @throws InvalidRequestException naming each that is wrong
   */
  static Part read(@Nullable String cursor, @Nullable String limit) {
    List<FieldError> errors = new ArrayList<>();
    int size = limit == null ? DEFAULT_LIMIT : limit(limit, errors);
    QueuePosition after = cursor == null ? null : position(cursor, errors);
    if (!errors.isEmpty()) {
      throw new InvalidRequestException(errors);
    }
    return new Part(after, size);
  }

  private static int limit(String text, List<FieldError> errors) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Answered like any other number out of range.
    }
    errors.add(
        FieldError.of(
            "limit",
            "range",
            "must be a number from 1 to " + MAX_LIMIT,
            "должно быть числом от 1 до " + MAX_LIMIT));
    return DEFAULT_LIMIT;
  }

  private static @Nullable QueuePosition position(String cursor, List<FieldError> errors) {
    try {
      return QueuePosition.parse(cursor);
    } catch (IllegalArgumentException e) {
      errors.add(
          FieldError.of(
              "cursor",
              "malformed",
              "must be the next of an earlier answer, unchanged",
              "должно быть полем next прежнего ответа без изменений"));
      return null;
    }
  }
}
