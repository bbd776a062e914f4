package city.reception.events;

import java.util.Locale;

/**
 * The number under which the registry entered an appeal, such as {@code МГД-2026-000123}. Unique;
 * numbers of a year may have gaps.
 *
 * @param value the number as residents and committees read it
 */
public record RegistrationNumber(String value) {

  /** The number with the given place in its year's sequence. */
  public static RegistrationNumber of(String prefix, int year, long sequence) {
    return new RegistrationNumber(String.format(Locale.ROOT, "%s-%d-%06d", prefix, year, sequence));
  }

  @Override
  public String toString() {
    return value;
  }
}
