package city.reception.benchmarks.load;

/** When requests are due. */
public sealed interface Arrivals {

  /** Whenever a connection has its answer: as fast as the server lets them. */
  record Closed() implements Arrivals {}

  /**
   * At a steady rate, whether or not the server keeps up.
   *
   * @param perSecond how many fall due a second
   */
  record Open(double perSecond) implements Arrivals {}
}
