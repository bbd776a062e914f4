package city.reception.desk.action;

import city.reception.events.AppealId;
import city.reception.events.EventId;

/**
 * What a client repeats an action under.
 *
 * @param value 16 to 128 visible ASCII characters
 */
public record IdempotencyKey(String value) {

  public static final int MIN_LENGTH = 16;
  public static final int MAX_LENGTH = 128;

  public IdempotencyKey {
    if (value.length() < MIN_LENGTH
        || value.length() > MAX_LENGTH
        || !value.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw new IllegalArgumentException(
          "16 to 128 visible ASCII characters are needed, at random");
    }
  }

  /** The action on {@code appeal} that is asked for under this key: always the same id. */
  EventId actionOn(AppealId appeal) {
    return EventId.derived("committee-desk", appeal.toString(), value);
  }
}
