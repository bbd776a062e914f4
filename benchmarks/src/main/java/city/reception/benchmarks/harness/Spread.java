package city.reception.benchmarks.harness;

import java.util.Arrays;
import java.util.Collection;

/** Repeated readings of one figure in three numbers. Not a number where there is no reading. */
public record Spread(double median, double min, double max) {

  /** Of {@code values}, of which those that are no number do not count. */
  public static Spread of(Collection<Double> values) {
    double[] sorted =
        values.stream().mapToDouble(Double::doubleValue).filter(v -> !Double.isNaN(v)).toArray();
    Arrays.sort(sorted);
    if (sorted.length == 0) {
      return new Spread(Double.NaN, Double.NaN, Double.NaN);
    }
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }
}
