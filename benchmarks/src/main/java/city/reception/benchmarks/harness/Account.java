package city.reception.benchmarks.harness;

/**
 * What was promised against what came of it.
 *
 * @param accepted how many were promised
 * @param lost how many of those never arrived
 * @param doubled how many arrived more than once
 * @param refusedYetArrived how many arrived although they had been refused for certain
 */
public record Account(long accepted, long lost, long doubled, long refusedYetArrived) {

  /** Of a turn that promises nothing. */
  public static final Account NONE = new Account(0, 0, 0, 0);

  public static Account even(long accepted) {
    return new Account(accepted, 0, 0, 0);
  }

  public boolean isEven() {
    return lost == 0 && doubled == 0 && refusedYetArrived == 0;
  }

  public Account plus(Account other) {
    return new Account(
        accepted + other.accepted,
        lost + other.lost,
        doubled + other.doubled,
        refusedYetArrived + other.refusedYetArrived);
  }
}
