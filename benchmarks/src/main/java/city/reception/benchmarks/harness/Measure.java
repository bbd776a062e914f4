package city.reception.benchmarks.harness;

import java.util.List;

/** One thing that is measured: its alternatives take turns, and the ratios are what is claimed. */
public record Measure(String name, List<Alternative> alternatives, List<Ratio> ratios) {

  public Measure {
    alternatives = List.copyOf(alternatives);
    ratios = List.copyOf(ratios);
  }
}
