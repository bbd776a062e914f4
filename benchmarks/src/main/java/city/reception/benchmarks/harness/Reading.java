package city.reception.benchmarks.harness;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one turn read.
 *
 * @param figures by name, the unit in the name: {@code "accepted/s"}, {@code "p99 ms"}; one that is
 *     not a number was not to be had here
 */
public record Reading(Map<String, Double> figures, Account account) {

  public Reading {
    figures = new LinkedHashMap<>(figures);
  }

  /** A reading to be filled with {@link #with}. */
  public static Reading of(Account account) {
    return new Reading(Map.of(), account);
  }

  public Reading with(String figure, double value) {
    Map<String, Double> more = new LinkedHashMap<>(figures);
    more.put(figure, value);
    return new Reading(more, account);
  }
}
