package city.reception.benchmarks.harness;

import java.util.function.ToDoubleFunction;

/**
 * A claim: within one round, this number, of which larger is better.
 *
 * @param target what its median must reach; not a number where nothing is claimed
 */
public record Ratio(String name, double target, ToDoubleFunction<Round> of) {

  /** {@code figure} of one alternative over that of another, for figures that should be large. */
  public static Ratio of(String name, double target, String one, String other, String figure) {
    return new Ratio(
        name, target, round -> round.figure(one, figure) / round.figure(other, figure));
  }

  /** The other's {@code figure} over that of one, for figures that should be small. */
  public static Ratio ofSmaller(
      String name, double target, String one, String other, String figure) {
    return of(name, target, /* one= */ other, /* other= */ one, figure);
  }

  /** A limit over a figure that should stay below it. */
  public static Ratio below(String name, double limit, String alternative, String figure) {
    return new Ratio(name, 1, round -> limit / round.figure(alternative, figure));
  }
}
