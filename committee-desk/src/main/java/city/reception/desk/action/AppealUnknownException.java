package city.reception.desk.action;

/** The desk does not know the appeal. */
public final class AppealUnknownException extends RuntimeException {

  AppealUnknownException() {
    super("no such appeal at this desk");
  }
}
