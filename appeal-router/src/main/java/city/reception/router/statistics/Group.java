package city.reception.router.statistics;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/**
 * Which appeals a row is about.
 *
 * @param month of the registration
 * @param values what they have in common, of the dimensions that were asked for
 */
public record Group(YearMonth month, Map<Dimension, String> values) {

  public Group {
    values = Map.copyOf(values);
  }

  /** By what appeals may be grouped beside the month. */
  public enum Dimension {
    /** The committee that holds the case, or held it last. */
    COMMITTEE,
    KIND,
    /** The topic that was the likeliest when it was routed; {@link #NO_TOPIC} where none was. */
    TOPIC
  }

  /** For appeals whose text nobody looked at when they were routed. */
  public static final String NO_TOPIC = "none";

  public Optional<String> value(Dimension dimension) {
    return Optional.ofNullable(values.get(dimension));
  }
}
