package city.reception.desk.action;

/** The appeal is with a committee that this desk does not work for. */
public final class NotHeldHereException extends RuntimeException {

  private final int version;

  NotHeldHereException(int version) {
    super("the appeal is with a committee that this desk does not serve");
    this.version = version;
  }

  /** The case's version. */
  public int version() {
    return version;
  }
}
