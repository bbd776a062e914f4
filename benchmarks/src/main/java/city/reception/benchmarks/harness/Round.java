package city.reception.benchmarks.harness;

import java.util.Map;

/** One turn of every alternative, close together in time, so that they saw the same machine. */
public record Round(Map<String, Reading> readings) {

  /** What {@code alternative} read in this round. */
  public double figure(String alternative, String figure) {
    Reading reading = readings.get(alternative);
    Double value = reading == null ? null : reading.figures().get(figure);
    if (value == null) {
      throw new IllegalArgumentException(
          "no figure '%s' of '%s' in this round".formatted(figure, alternative));
    }
    return value;
  }
}
