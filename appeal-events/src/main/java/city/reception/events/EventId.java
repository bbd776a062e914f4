package city.reception.events;

/**
 * Identifies one event or one committee's action: the CloudEvents attribute {@code id}. The same id
 * means the same event, however often its record is delivered.
 *
 * @param value 1 to 128 visible ASCII characters; ours are UUIDs, a foreign service may choose its
 *     own
 */
public record EventId(String value) {

  /** The longest id that is accepted, in characters. */
  public static final int MAX_LENGTH = 128;

  public EventId {
    if (value.isEmpty() || value.length() > MAX_LENGTH || !isVisibleAscii(value)) {
      throw new IllegalArgumentException(
          "an event id has 1 to " + MAX_LENGTH + " visible ASCII characters");
    }
  }

  /** The id that follows from {@code parts}: equal parts, equal id. */
  public static EventId derived(String... parts) {
    return new EventId(DerivedUuid.of(parts).toString());
  }

  private static boolean isVisibleAscii(String value) {
    // A loop, not a stream: several are made for each record that passes.
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) <= 0x20 || value.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return value;
  }
}
