package city.reception.intake.submission;

import city.reception.intake.problem.FieldErrors;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client names a submission by, so that it can repeat it.
 *
 * @param value 16 to 128 visible ASCII characters
 */
public record IdempotencyKey(String value) {

  /** The header that carries it. */
  public static final String HEADER = "Idempotency-Key";

  private static final int SHORTEST = 16;
  private static final int LONGEST = 128;

  /** Reads the header; exactly one is wanted. */
  public static Optional<IdempotencyKey> ofHeader(List<String> values, FieldErrors errors) {
    if (values.size() > 1) {
      errors.add(HEADER, "repeated", "stands more than once", "указан более одного раза");
      return Optional.empty();
    }
    return check(HEADER, values.isEmpty() ? null : values.getFirst(), errors);
  }

  static Optional<IdempotencyKey> check(String field, @Nullable String value, FieldErrors errors) {
    if (value == null) {
      errors.add(field, "required", "is required", "обязательно");
      return Optional.empty();
    }
    if (value.length() < SHORTEST
        || value.length() > LONGEST
        || !value.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      errors.add(
          field,
          "format",
          "must have 16 to 128 visible ASCII characters",
          "должно содержать от 16 до 128 видимых символов ASCII");
      return Optional.empty();
    }
    return Optional.of(new IdempotencyKey(value));
  }
}
