package city.reception.events;

import java.util.UUID;

/**
 * Identifies one appeal, and is the key of every record that concerns it.
 *
 * @param value a UUID of version 8 (RFC 9562, section 5.8) derived from the channel and the key
 *     under which it submitted the appeal
 */
public record AppealId(UUID value) {

  /**
   * The id of the appeal that {@code channel} submitted under {@code idempotencyKey}. Equal
   * arguments give the equal id, in every process and at every time; that is what makes a repeat
   * harmless.
   */
  public static AppealId of(String channel, String idempotencyKey) {
    return new AppealId(DerivedUuid.of("appeal", channel, idempotencyKey));
  }

  /**
   * The id of the case that a part of {@code parent} becomes. Equal arguments give the equal id, so
   * a part that is opened twice is one case.
   *
   * @param split the id of the action that split the appeal
   * @param number the part's place among the parts, from 1
   */
  public static AppealId ofPart(AppealId parent, EventId split, int number) {
    return new AppealId(
        DerivedUuid.of("part", parent.toString(), split.value(), Integer.toString(number)));
  }

  /**
   * Reads the canonical text form.
   *
   * @throws IllegalArgumentException when the text is not a UUID in its canonical form
   */
  public static AppealId parse(String text) {
    return new AppealId(DerivedUuid.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
